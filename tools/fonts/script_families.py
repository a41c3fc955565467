"""The fallback families, for characters that the text families lack."""

from __future__ import annotations

from functools import partial

from .characters import DEVANAGARI, HEBREW, SYMBOLS, THAI
from .faces import UPRIGHT, Face, Family, google_faces, variable_faces
from .packages import Package
from .recipes import east_asian, emoji, one_script, selection, untouched

NOTO_CJK = Package(
    "PyPI",
    "noto-cjk-sans-jp-regular",
    "0.0.1",
    "7d3db65a6fdc4cc64d7bed5c869a1f70c99da9ef4cbce9c5dd94756207a2ac85",
)
NOTO_CJK_BOLD = Package(
    "PyPI",
    "noto-cjk-sans-jp-bold",
    "0.0.1",
    "984e41581220dc11b9d961f1a538f2620c5040b51f2b10be1b9a499a1c5c0613",
)
NOTO_CJK_OF_DEBIAN = Package(
    "Debian",
    "fonts-noto-cjk",
    "1:20220127+repack1-1",
    "4a2515eb6db3978b897fef9709ed0d2b1f4c6c4df4d83d6c4ef65f71f1b1f502",
)

SCRIPT_FAMILIES = (
    Family(
        "IBM Plex Sans Arabic",
        Package(
            "npm",
            "@expo-google-fonts/ibm-plex-sans-arabic",
            "0.4.2",
            "5ed540bd741bef113de95201a3ecdccdd2cf8d128dff2d0a7fb4864366b5e65f",
        ),
        licence="package/LICENSE_FONT",
        faces=google_faces("IBMPlexSansArabic", UPRIGHT),
        make=untouched,
        changed="unchanged: the original files, because “Plex” is a reserved name",
    ),
    Family(
        "Noto Sans Hebrew",
        Package(
            "npm",
            "@expo-google-fonts/noto-sans-hebrew",
            "0.4.1",
            "f82f8e852e3355521c511f2762a0130216d208d108bf4739aa977eb6a6d3012c",
        ),
        licence="package/LICENSE_FONT",
        faces=google_faces("NotoSansHebrew", UPRIGHT),
        make=partial(one_script, HEBREW),
        changed="this script only; no hinting",
    ),
    Family(
        "Noto Sans Devanagari",
        Package(
            "PyPI",
            "fontpkg-noto-sans-devanagari",
            "2.7",
            "3f8859d4905238a95daecf45c508dff148936e5aa60bd2e30a89333041a64adf",
        ),
        licence="fontpkg_noto_sans_devanagari/LICENSE",
        faces=variable_faces("fontpkg_noto_sans_devanagari/files/NotoSansDevanagari[wdth,wght].ttf", UPRIGHT),
        make=partial(one_script, DEVANAGARI),
        changed="static weights; this script only; no hinting",
    ),
    Family(
        "Noto Sans Thai",
        Package(
            "PyPI",
            "fontpkg-noto-sans-thai",
            "2.2",
            "1768cb43e1b01a5614a771a07c579c5d6109d21e8ef9fd4920de3cd7f842f863",
        ),
        licence="fontpkg_noto_sans_thai-2.2.dist-info/licenses/LICENSE",
        faces=variable_faces("fontpkg_noto_sans_thai/files/NotoSansThai[wdth,wght].ttf", UPRIGHT),
        make=partial(one_script, THAI),
        changed="static weights; this script only; no hinting",
    ),
    Family(
        "Noto Sans CJK",
        NOTO_CJK,
        licence="noto_cjk_sans_jp_regular-0.0.1.dist-info/licenses/LICENSE",
        faces=(
            Face("noto_cjk_sans_jp_regular/NotoSansCJKjp-Regular.otf"),
            Face("noto_cjk_sans_jp_bold/NotoSansCJKjp-Bold.otf", "Bold", NOTO_CJK_BOLD),
        ),
        make=east_asian,
        changed="fewer characters; horizontal text only; CIDs renumbered; “JP” removed from the name",
        suffix=".otf",
    ),
    Family(
        "Noto Serif CJK",
        NOTO_CJK,  # of the same project, for its licence
        licence="noto_cjk_sans_jp_regular-0.0.1.dist-info/licenses/LICENSE",
        faces=(Face("usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", package=NOTO_CJK_OF_DEBIAN),),
        make=east_asian,
        changed="fewer characters; horizontal text only; CIDs renumbered; “JP” removed from the name",
        suffix=".otf",
    ),
    Family(
        "Noto Sans Symbols 2",
        Package(
            "npm",
            "@expo-google-fonts/noto-sans-symbols-2",
            "0.4.1",
            "3bf3d6333487df36e88d146e032a9ed8246617ca2dfe1513a8a382c3fad12ac4",
        ),
        licence="package/LICENSE_FONT",
        faces=(Face("package/400Regular/NotoSansSymbols2_400Regular.ttf"),),
        make=partial(selection, SYMBOLS),
        changed="symbols and a space only; no hinting",
    ),
    Family(
        "Noto Sans Math",
        Package(
            "npm",
            "@expo-google-fonts/noto-sans-math",
            "0.4.2",
            "652041ca903e7adcc1502a0621350526463e91416757310391370ff5f8fb3ce8",
        ),
        licence="package/LICENSE_FONT",
        faces=(Face("package/400Regular/NotoSansMath_400Regular.ttf"),),
        make=partial(selection, SYMBOLS),
        changed="symbols and a space only; no hinting",
    ),
    Family(
        "Noto Emoji",
        Package(
            "npm",
            "@expo-google-fonts/noto-emoji",
            "0.4.7",
            "6a25fd5a4da5bb34bbc2d300531bbf32de86afd866e119314d7e358f61a6104d",
        ),
        licence="package/LICENSE_FONT",
        faces=(Face("package/400Regular/NotoEmoji_400Regular.ttf"),),
        make=emoji,
        changed="symbols and emoji only; ⭐ filled; a narrower space; no hinting",
    ),
)
