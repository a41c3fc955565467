"""The text families that themes use."""

from __future__ import annotations

from functools import partial

from .faces import (
    MONO,
    REGULAR_AND_BOLD,
    SANS,
    STYLES,
    TO_SEMIBOLD,
    WITHOUT_MEDIUM,
    Family,
    adobe_faces,
    google_faces,
    static_faces,
    variable_faces,
)
from .packages import Package
from .recipes import LATIN_FEATURES, original, static_instance, untouched
from .repairs import (
    add_spaces_and_hyphens,
    compose_letters,
    keep_digraphs,
    level_figures,
    separate_cases,
    separate_letters,
)

# Code ligatures would be read as different characters from those typed.
WITHOUT_CALT = tuple(feature for feature in LATIN_FEATURES if feature != "calt")

TEXT_FAMILIES = (
    Family(
        "Inter",
        Package(
            "PyPI",
            "fontpkg-inter",
            "4.1.post1",
            "b1105c8b368787112e9352ba657fe4fd32feb0722cc3046a308f65962298ddf8",
        ),
        licence="fontpkg_inter/LICENSE",
        faces=variable_faces("fontpkg_inter/files/Inter{}[opsz,wght].ttf", STYLES),
        make=static_instance,
        changed="static weights at optical size 14; fewer characters, features and ligatures; no hinting",
    ),
    Family(
        "EB Garamond",
        Package(
            "PyPI",
            "fontpkg-eb-garamond",
            "1.3",
            "026191b72c59d5fa6657657b49972604bb583fbe496e16afbb0d3849b6bd62b7",
        ),
        licence="fontpkg_eb_garamond/LICENSE",
        faces=variable_faces(
            "fontpkg_eb_garamond/files/EBGaramond{}[wght].ttf",
            WITHOUT_MEDIUM,
        ),
        make=static_instance,
        changed="static weights; fewer characters, features and ligatures; no hinting; ⁰ to ⁹ encoded in the italics",
    ),
    Family(
        "IBM Plex Sans Condensed",
        Package(
            "npm",
            "@ibm/plex-sans-condensed",
            "2.0.0",
            "1daf6d3e89def24b38e86bc859335cb89b02a395e5f93e3a2371f82a54a27338",
        ),
        licence="package/fonts/complete/woff/license.txt",
        faces=static_faces("package/fonts/complete/woff/IBMPlexSansCondensed-{}.woff", STYLES),
        make=original,
        changed="unchanged: the original files, unpacked from WOFF 1.0, because “Plex” is a reserved name",
    ),
    Family(
        "Figtree",
        Package(
            "PyPI",
            "fontpkg-figtree",
            "2.2",
            "e5612b5d17cc0c265d629d54fc9425f1f48fa32e48f6b5d08f6677d1fa193662",
        ),
        licence="fontpkg_figtree-2.2.dist-info/licenses/LICENSE",
        faces=variable_faces("fontpkg_figtree/files/Figtree{}[wght].ttf", SANS),
        make=partial(static_instance, repairs=(add_spaces_and_hyphens, compose_letters)),
        changed="static weights; fewer characters and features; no hinting; hyphens, spaces, accented letters added",
    ),
    Family(
        "Libre Franklin",
        Package(
            "PyPI",
            "fontpkg-libre-franklin",
            "3.0",
            "8aa29dd56c06fa12a789cac243201e5d04bbb9fe494819064f270b779d0aa575",
        ),
        licence="fontpkg_libre_franklin/LICENSE",
        faces=variable_faces("fontpkg_libre_franklin/files/LibreFranklin{}[wght].ttf", SANS),
        make=partial(static_instance, repairs=(add_spaces_and_hyphens, level_figures, keep_digraphs)),
        changed="static weights; fewer characters and features; no hinting; ‑, spaces, tabular figures added",
    ),
    Family(
        "Hanken Grotesk",
        Package(
            "PyPI",
            "fontpkg-hanken-grotesk",
            "3.13",
            "399018ddbc8ea43c5055ca16394e3486685442e4aba2e478c7e187ac58d02382",
        ),
        licence="fontpkg_hanken_grotesk/LICENSE",
        faces=variable_faces("fontpkg_hanken_grotesk/files/HankenGrotesk{}[wght].ttf", ("Light", *SANS)),
        make=partial(static_instance, repairs=(add_spaces_and_hyphens, compose_letters)),
        changed="static weights; fewer characters, features and ligatures; no hinting; hyphens, spaces, letters added",
    ),
    Family(
        "Archivo",
        Package(
            "PyPI",
            "fontpkg-archivo",
            "2.1",
            "4d743ab744bbaddd8f865ecd4eccda2c02af8d6eecbcfa2aa96a81ee04ffd0fc",
        ),
        licence="fontpkg_archivo-2.1.dist-info/licenses/LICENSE",
        faces=variable_faces("fontpkg_archivo/files/Archivo{}[wdth,wght].ttf", SANS),
        make=partial(static_instance, repairs=(add_spaces_and_hyphens, separate_cases, compose_letters)),
        changed="static weights; fewer characters and features; no hinting; "
        "italic ṣ no longer drawn as Ṣ; spaces and some accented letters added",
    ),
    Family(
        "Instrument Sans",
        Package(
            "PyPI",
            "fontpkg-instrument-sans",
            "1.0",
            "e583901db8ebe7eb4547c9320bfce2c4dc1208573c50265ee36f82e17c28c2b1",
        ),
        licence="fontpkg_instrument_sans/LICENSE",
        faces=variable_faces("fontpkg_instrument_sans/files/InstrumentSans{}[wdth,wght].ttf", SANS),
        make=partial(static_instance, repairs=(add_spaces_and_hyphens, compose_letters)),
        changed="static weights; fewer characters, features and ligatures; no hinting; hyphens, spaces, letters added",
    ),
    Family(
        "Arimo",
        Package(
            "PyPI",
            "fontpkg-arimo",
            "1.341",
            "8d4f38675b6a1b54f7c8c5b8c04f094f9e3aafd7e51d17d37c0fa8d4eebf076e",
        ),
        licence="fontpkg_arimo/LICENSE",
        faces=variable_faces("fontpkg_arimo/files/Arimo{}[wght].ttf", REGULAR_AND_BOLD),
        make=partial(static_instance, repairs=(add_spaces_and_hyphens, separate_letters)),
        changed="static weights; fewer characters and features; no hinting; spaces added; Ә ә separated from Ə ə",
    ),
    Family(
        "Newsreader",
        Package(
            "PyPI",
            "fontpkg-newsreader",
            "1.3",
            "b4becf475d453c0f71b0a089e794113dbc4647f0cf8e96328459911228c58abc",
        ),
        licence="fontpkg_newsreader-1.3.dist-info/licenses/LICENSE",
        faces=variable_faces("fontpkg_newsreader/files/Newsreader{}[opsz,wght].ttf", TO_SEMIBOLD),
        make=partial(
            static_instance, optical_size=20, repairs=(add_spaces_and_hyphens, compose_letters, level_figures)
        ),
        changed="static weights at optical size 20; fewer characters and features; no hinting; "
        "‑, spaces, some accented letters added; the italic 7 as wide as the other figures",
    ),
    Family(
        "JetBrains Mono",
        Package(
            "PyPI",
            "fontpkg-jetbrains-mono",
            "2.211",
            "546e53afe7048f4c4ac2be8cbc00c42d7208bb5f6cd00f852225aa2797335de4",
        ),
        licence="fontpkg_jetbrains_mono-2.211.dist-info/licenses/LICENSE",
        faces=variable_faces("fontpkg_jetbrains_mono/files/JetBrainsMono{}[wght].ttf", MONO),
        make=partial(static_instance, repairs=(add_spaces_and_hyphens,), features=WITHOUT_CALT),
        changed="static weights; fewer characters and features, no code ligatures; no hinting; ‑ and spaces added",
    ),
    Family(
        "Source Sans 3",
        Package(
            "npm",
            "source-sans",
            "3.52.0",
            "49cf78ddd79b436591ee696785222b54ff28102922e3d3df297fe382d7fdfa88",
        ),
        licence="package/LICENSE.md",
        faces=adobe_faces("package/OTF/SourceSans3-{}.otf", WITHOUT_MEDIUM[:-1]),
        make=untouched,
        changed="unchanged: the original files, because “Source” is a reserved name",
        suffix=".otf",
    ),
    Family(
        "Source Serif 4",
        Package(
            "npm",
            "source-serif",
            "4.5.1",
            "19a448df98f4aa777de3452b0a1e29aa7ffe29252fe552c8a2d2531702d80746",
        ),
        licence="package/LICENSE.md",
        faces=adobe_faces("package/OTF/SourceSerif4-{}.otf", WITHOUT_MEDIUM),
        make=untouched,
        changed="unchanged: the original files, because “Source” is a reserved name",
        suffix=".otf",
    ),
    Family(
        "IBM Plex Sans",
        Package(
            "npm",
            "@expo-google-fonts/ibm-plex-sans",
            "0.4.1",
            "8b0e86cb17fbcf46a1b3ee9fcf339ebb552938cc5b753eb28671725aa3f66671",
        ),
        licence="package/LICENSE_FONT",
        faces=google_faces("IBMPlexSans", TO_SEMIBOLD),
        make=untouched,
        changed="unchanged: the original files, because “Plex” is a reserved name",
    ),
)
