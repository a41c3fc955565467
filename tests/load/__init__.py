"""Stage load: any bytes give a Document, or a LoadError with a location."""
