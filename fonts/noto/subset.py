"""Makes the fonts of this folder: what an article may hold beside letters, and the faces by Adobe lack.

    npm pack @expo-google-fonts/noto-sans @expo-google-fonts/noto-sans-math \
        @expo-google-fonts/noto-sans-symbols @expo-google-fonts/noto-sans-symbols-2 @expo-google-fonts/noto-emoji
    pip install fonttools
    python3 subset.py FOLDER    # the folder with the five packages, each unpacked

A sign that several of them have is kept in the first that has it, but for emoji: those stand in NotoEmoji alone, unless
they are signs of text that may be coloured ("✔", "☀"), which Noto draws as signs of text, too.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent

# The characters that emoji are made of and Unicode shows in colour by default (emoji-data.txt, Emoji_Presentation);
# beyond the first plane all that NotoEmoji has.
COLOURED = {
    0x231A, 0x231B, 0x23E9, 0x23EA, 0x23EB, 0x23EC, 0x23F0, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615, *range(0x2648, 0x2654),
    0x267F, 0x2693, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26D4, 0x26EA, 0x26F2, 0x26F3, 0x26F5,
    0x26FA, 0x26FD, 0x2705, 0x270A, 0x270B, 0x2728, 0x274C, 0x274E, 0x2753, 0x2754, 0x2755, 0x2757, 0x2795, 0x2796, 0x2797,
    0x27B0, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55,
}  # fmt: skip

LETTERS = [
    (0xA0, 0x52F), (0x1C80, 0x1FFF), (0x2000, 0x214F), (0x2C60, 0x2C7F), (0xA640, 0xA69F), (0xA700, 0xA7FF),
    (0xAB30, 0xAB6F), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD),
]  # fmt: skip
SIGNS = [(0x2010, 0x2BFF), (0x1D400, 0x1D7FF), (0x1F000, 0x1FAFF)]


def characters(path):
    return set(TTFont(path).getBestCmap())


def within(ranges):
    return {code for first, last in ranges for code in range(first, last + 1)}


def write(name, source, codes, features):
    options = subset.Options(
        layout_features=features, hinting=False, name_IDs=["*"], notdef_outline=True, glyph_names=False
    )
    options.drop_tables += ["DSIG", "meta", "MATH"]
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    subset.save_font(font, HERE / name, options)


def main(folder):
    [sans, math, symbols, symbols2, emoji] = [
        next(Path(folder).rglob(f"400Regular/{name}_400Regular.ttf"))
        for name in ("NotoSans", "NotoSansMath", "NotoSansSymbols", "NotoSansSymbols2", "NotoEmoji")
    ]
    by_adobe = [characters(path) for path in HERE.parent.glob("source-*/*.otf")]
    in_any, in_all = set.union(*by_adobe), set.intersection(*by_adobe)
    coloured = {code for code in characters(emoji) if code >= 0x1F000} | COLOURED

    marks = ["mark", "mkmk", "ccmp"]
    write("NotoSans.ttf", sans, characters(sans) & within(LETTERS) - in_any, [*marks, "locl"])
    # Here the signs of all are kept that not every face by Adobe has, so that a formula is in one face.
    signs = characters(math) & within(SIGNS) - in_all - coloured
    write("NotoSansMath.ttf", math, signs, marks)
    for name, source in [("NotoSansSymbols.ttf", symbols), ("NotoSansSymbols2.ttf", symbols2)]:
        codes = characters(source) & within(SIGNS) - in_any - signs - coloured
        write(name, source, codes, marks)
        signs |= codes
    write("NotoEmoji.ttf", emoji, characters(emoji), ["*"])


main(sys.argv[1])
