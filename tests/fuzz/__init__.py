"""Random inputs, a few in `make test`, a great many in `make fuzz`."""
