"""Lists of short things: skills, languages, interests, references."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .blocks import Block, groups, join
from .entries import is_headlike
from .highlights import story_of
from .markup import escaped, marked_up

_BETWEEN = re.compile(r"\s*[,;、，；]\s*(?![^(（]*[)）])|\s+[·•|∙/‧]\s+|\s*[|•｜]\s*")
_LABEL = re.compile(r"\s*([^:：,.;]{1,45}?)\s*(?:[:：]|\s[–—-]\s)\s*(?=\S)(?!//)")
_LEVELS = (
    r"native(?: speaker)?|mother tongue|bilingual|fluent|proficient|proficiency|advanced|"
    r"upper[- ]intermediate|intermediate|"
    r"basic(?:s)?|elementary|beginner|conversational|working knowledge|"
    r"professional(?: working)?(?: proficiency)?|full professional|limited working|"
    r"expert|experienced|familiar|good|very good|excellent|[abc][12](?:\.\d)?(?:\s*[-–/]\s*[abc][12])?|"
    r"muttersprache|muttersprachler(?:in)?|verhandlungssicher|fließend|fliessend|gute kenntnisse|"
    r"sehr gute kenntnisse|sehr gut|gut|grundkenntnisse|experte|fortgeschritten|"
    r"langue maternelle|courant|bilingue|intermédiaire|débutant|notions|nativo|nativa|lengua materna|"
    r"fluido|avanzado|intermedio|básico|"
    r"madrelingua|fluente|avanzato|base|ネイティブ|母語|母国語|流暢|ビジネスレベル|日常会話レベル?|日常会話|上級|中級|初級|母语|流利|熟练|精通|一般|"
    r"母語|精通|流利|中等|toeic\s*\d+\S*|toefl\s*\d+\S*|ielts\s*[\d.]+|jlpt\s*n\d|n[1-5]|hsk\s*\d|cet-?\d|\d/\d|"
    r"\d{1,2}\+? (?:years?|jahre|ans)|[●○★☆■□•]{3,6}"
)
_LEVEL = re.compile(rf"(?:{_LEVELS})(?:[\s,/]+(?:{_LEVELS}|level|speaker|user|\([^)]*\)))*", re.IGNORECASE)
_KNOWN = re.compile("expert|advanced|intermediate|beginner|fluent", re.IGNORECASE)
_WITH_LEVEL = re.compile(r"\s*(.+?)\s*(?:[(（]\s*(.+?)\s*[)）]|(?:\s*[:：]|\s+[–—-])\s*(.+?))\s*")


def words_in(text: str) -> list[str]:
    """Return the things that a line lists."""
    return [
        word for each in _BETWEEN.split(text) if (word := each.strip(" .") if each.count(".") == 1 else each.strip())
    ]


def is_level(text: str) -> bool:
    """Tell whether words say how well something is known."""
    return bool(_LEVEL.fullmatch(text.strip(" .()")))


def skills_of(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return groups of skills: a name and its words, on one line or on several."""
    made: list[dict[str, Any]] = []
    is_open = False  # whether what follows belongs to the name above
    for at, block in enumerate(blocks):
        label, words = _labelled(block)
        if label and words:
            made.append({"name": escaped(label)})
            is_open = False
        elif label and _names_what_follows(block, blocks[at + 1 : at + 2]):
            made.append({"name": escaped(label)})
            is_open = True
            continue
        elif not made or ("name" in made[-1] and not is_open):
            made.append({})
        _fill(made[-1], words or [label])
    return made


def _names_what_follows(block: Block, below: Sequence[Block]) -> bool:
    """Tell whether a line with but one thing on it is the name of a group."""
    if block.heading or block.bold or any(each.depth > block.depth for each in below):
        return True
    return any(not _labelled(each)[0] for each in below)


def _fill(group: dict[str, Any], words: list[str]) -> None:
    """Add what a line lists to a group; what comes first may say how well it is known."""
    is_first = "name" in group and "level" not in group and "keywords" not in group
    if is_first and is_level(words[0]) and (len(words) == 1 or _KNOWN.fullmatch(words[0])):
        group["level"] = escaped(words[0])
        words = words[1:]
    if words:
        group.setdefault("keywords", []).extend(map(_keyword, words))


def _labelled(block: Block) -> tuple[str, list[str]]:
    """Return the name of a group and its words; either may be missing."""
    parts = groups(block.spans)
    first = block.spans[0]
    if len(parts) == 2 and not words_in(join(parts[0]))[1:]:
        return join(parts[0]).strip(" :："), words_in(join(parts[1]))
    if len(parts) > 2 and (parts[0][0].bold or parts[0][0].size > parts[1][0].size or block.heading):
        return join(parts[0]).strip(" :："), [word for part in parts[1:] for word in words_in(join(part))]
    text = block.text
    if first.bold and not block.bold and len(first.text) < 60:
        strong = "".join(_strong(block))
        return strong.strip(" :：–-"), words_in(text[len(strong.strip()) :].strip(" :：–-"))
    if found := _LABEL.match(text):
        return found[1].strip(), words_in(text[found.end() :])
    if not block.depth and is_headlike(block) and (block.heading or (block.bold and not words_in(text)[1:])):
        return text, []
    words = words_in(text)
    if not block.depth and len(words) == 1 and not block.heading:
        return text, []
    return "", words


def _strong(block: Block) -> list[str]:
    made = []
    for span in block.spans:
        if not span.bold:
            break
        made.append(span.text)
    return made


def _keyword(word: str) -> Any:
    found = _WITH_LEVEL.fullmatch(word)
    level = found and (found[2] or found[3])
    return (
        {"name": escaped(found[1]), "level": escaped(level)} if found and level and is_level(level) else escaped(word)
    )


def languages_of(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return languages, each with how well it is spoken."""
    made: list[dict[str, Any]] = []
    for block in blocks:
        parts = [join(part) for part in groups(block.spans)]
        if len(parts) == 2 and not words_in(parts[0])[1:]:
            made.append({"language": escaped(parts[0].strip(" :：")), "fluency": escaped(parts[1])})
            continue
        pieces = [piece for part in parts for piece in words_in(part)]
        if len(pieces) > 1 and is_level(pieces[1]) and not is_level(pieces[0]):
            pieces = [f"{pieces[0]}: {', '.join(pieces[1:])}"] if all(map(is_level, pieces[1:])) else _paired(pieces)
        made += [_language(piece) for piece in pieces]
    return _levels_below(made)


def _paired(pieces: list[str]) -> list[str]:
    made: list[str] = []
    for piece in pieces:
        if made and is_level(piece):
            made[-1] += f": {piece}"
        else:
            made.append(piece)
    return made


def _language(text: str) -> dict[str, Any]:
    found = _WITH_LEVEL.fullmatch(text)
    if found:
        return {"language": escaped(found[1]), "fluency": escaped(found[2] or found[3])}
    head, _, tail = text.partition(" ")
    if tail and is_level(tail):
        return {"language": escaped(head), "fluency": escaped(tail)}
    if is_level(head) and tail:
        return {"language": escaped(tail), "fluency": escaped(head)}
    return {"language": escaped(text)}


def _levels_below(made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the languages, with levels that stand on a line of their own given to the language above."""
    whole: list[dict[str, Any]] = []
    for each in made:
        if whole and "fluency" not in each and "fluency" not in whole[-1] and is_level(each["language"]):
            whole[-1]["fluency"] = each["language"]
        else:
            whole.append(each)
    return whole


def interests_of(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return interests: names, or names with words."""
    made: list[dict[str, Any]] = []
    for block in blocks:
        label, words = _labelled(block)
        if label and words:
            made.append({"name": escaped(label), "keywords": list(map(escaped, words))})
        elif len(block.text) > 120 and block.text.endswith("."):
            made.append({"summary": marked_up(block.spans)})
        else:
            made += [{"name": escaped(word)} for word in words or words_in(label)]
    return made


def references_of(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return what others say, or who may be asked."""
    made: list[dict[str, Any]] = []
    for block in blocks:
        text = marked_up(block.spans)
        name = is_headlike(block) and len(block.text) < 70 and (block.bold or block.heading or block.gap)
        if name and not re.search(r"(?i)request|anfrage|demande", text):
            made.append({"name": text})
        elif made and "name" in made[-1]:
            made[-1]["reference"] = "\n\n".join(filter(None, [made[-1].get("reference", ""), text]))
        else:
            made.append({"reference": text})
    return made


def prose_of(blocks: Sequence[Block]) -> str:
    """Return blocks as text with paragraphs and lists."""
    made = story_of(list(blocks))
    lines = [made["summary"]] if "summary" in made else []
    if "highlights" in made:
        lines.append("\n".join(_list(made["highlights"], "")))
    return "\n\n".join(lines)


def _list(bullets: list[Any], indent: str) -> list[str]:
    lines: list[str] = []
    for bullet in bullets:
        text = bullet if isinstance(bullet, str) else bullet["text"]
        lines.append(f"{indent}- {text}")
        if not isinstance(bullet, str):
            lines += _list(bullet["highlights"], f"{indent}  ")
    return lines
