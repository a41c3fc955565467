"""The résumés that the tests import, written with common programs: `python -m tools.samples`."""
