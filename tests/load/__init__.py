"""The stage load: any bytes become a Document, or a LoadError that says where."""
