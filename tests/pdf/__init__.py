"""Proof by validators that are not ours: veraPDF (PDF/UA-1) and qpdf, on PDFs of the public command."""
