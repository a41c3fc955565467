"""What words mean: the word lists (`words/`, one YAML file per topic) and the patterns and tests built on them.

Everything here works on plain text and knows nothing about layout. Lists are read and patterns compiled on first use,
so that importing a module costs nothing.
"""
