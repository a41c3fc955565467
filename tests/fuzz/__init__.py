"""Random inputs: a few in `make test`, many in `make fuzz`."""
