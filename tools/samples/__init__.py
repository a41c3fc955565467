"""The résumés that the tests import, made with the programs that people use: `python -m tools.samples`."""
