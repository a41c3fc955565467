"""Texts that act as commands, group ends, comments or arguments if they are not escaped."""

from __future__ import annotations

import string

from hypothesis import strategies as st

CANARY = "canarysang"
"""The content of a file that no document may read."""

ASCII = "".join(chr(code) for code in range(33, 127))

MARKS = [
    *string.punctuation,
    *(
        "--",
        "---",
        "``",
        "''",
        ",,",
        "<<",
        ">>",
        "?`",
        "!`",
        "\\\\",
        "$$",
        "##",
        "%%",
        "&&",
        "~~",
        "^^",
        "__",
        "{}",
        "}{",
    ),
    *("**", "[]", "||", '""', "`'", "...", "://", "fi", "ff", "ffi", "fl", "'s", "a-b", "-", "1/2", "--help", "e.g."),
]

COMMANDS = [
    "\\input{FILE}",
    "\\input FILE",
    "\\include{FILE}",
    "\\InputIfFileExists{FILE}{}{}",
    "\\verbatiminput{FILE}",
    "\\lstinputlisting{FILE}",
    "\\openin5=FILE \\read5 to\\a \\a",
    "\\newread\\f\\openin\\f=FILE\\read\\f to\\l\\l",
    "^^5cinput{FILE}",
    "^^5c^^69nput{FILE}",
    "\\csname input\\endcsname{FILE}",
    "\\catcode`\\|=0 |input{FILE}",
    "}\\input{FILE}{",
    "}}}\\input{FILE}",
    "]\\input{FILE}",
    "$\\input{FILE}$",
    "%\n\\input{FILE}",
    "\\immediate\\write18{touch MADE}",
    "\\write18{cat FILE}",
    '\\input{|"cat FILE"}',
    '\\input|"touch MADE"',
    "\\ShellEscape{touch MADE}",
    "\\immediate\\openout7=MADE \\immediate\\write7{x}\\immediate\\closeout7",
    "\\newwrite\\w\\immediate\\openout\\w=side.txt\\immediate\\write\\w{x}",
    "\\begin{filecontents}{MADE}x\\end{filecontents}",
    "\\includegraphics{FILE}",
    "\\includepdf{FILE}",
    '\\XeTeXpdffile "FILE" ',
    '\\font\\x="[FILE]" \\x',
    "\\directlua{io.open('MADE','w'):write('x')}",
    "\\directlua{tex.print(io.open('FILE'):read('a'))}",
    "\\latelua{os.execute('touch MADE')}",
    "\\special{ps: (FILE) run}",
    "\\special{pdf:put @catalog <</OpenAction <</S/JavaScript /JS(1)>>>>}",
    "\\pdfobj file{FILE}",
    "\\pdffiledump{FILE}",
    "\\embedfile{FILE}",
    "\\href{file:FILE}{x}",
    "\\href{javascript:alert(1)}{x}",
    "\\url{FILE}",
    "\\def\\a{\\a}\\a",
    "\\loop\\iftrue\\repeat",
    "\\def\\x{\\x\\x}\\x",
    "\\expandafter\\def\\csname par\\endcsname{}",
    "\\let\\textbf\\undefined",
    "\\renewcommand{\\item}{\\input{FILE}}",
    "\\batchmode\\end",
    "\\end{document}",
    "\\end{document}\\input{FILE}",
    "\\stop",
    "\\dump",
    "\\endinput",
    "\\makeatletter\\@@input FILE ",
    "\\usepackage{FILE}",
    "\\scantokens{\\input{FILE}}",
    "\\uppercase{\\input{FILE}}",
    "\\begingroup\\escapechar=-1 \\input FILE",
    "\\lccode`\\!=`\\\\\\lowercase{!input{FILE}}",
    "\\VAR{FILE}",
    "\\BLOCK{include 'FILE'}",
    "\\BLOCK{ for x in ().__class__.__mro__ }",
    "\\#{ comment }",
    "{{ 7*7 }}{% raw %}{# x #}",
    "%% for x in y",
    "%# a comment",
    "${IFS}$(touch MADE)`touch MADE`;touch MADE|touch MADE&",
    "-shell-escape",
    "\\",
    "\\\\[2cm]",
    "\\\\*",
    "\\item[x]",
    "100% of $5 & #1_a^b~c {x} [y] <z> |",
    "a_b^c$d$e&f#g%h~i\\j{k}l",
    "~/.ssh/id_rsa ../../FILE",
    "?` !` -- --- `` '' ,, << >> fi ff ffl",
    "snake_case_name and C++ and C# and .NET and F#",
    "é ü ñ ß ø å ç – — ‘x’ “y” … • ° ½ €",
    ASCII,
    ASCII[::-1],
]
"""FILE is the canary's file, MADE a file that must not be created."""

_PIECES = st.sampled_from([*MARKS, *COMMANDS, "a", "Ada", " ", "é", "“", "–", "12"]) | st.text(ASCII, max_size=6)

texts = st.lists(_PIECES, min_size=1, max_size=8).map("".join).map(str.strip).filter(bool)
"""Such pieces combined in any order."""
