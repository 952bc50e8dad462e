"""What a clause says beside its shape: praise, people, explanations; and the characters that it is made of.

What these are worth is left to `weights`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# What a clause explains, or says in praise, is none of what the codebook counts.
_DEFINES = re.compile(
    "是.*(?:选择|要求|目的|保证|法宝|体现|使命|大事|基础|方向|教材|教科书|内容|关键|命题|前提|优势|民生)$|"
    "的(?:根本|重要|有力|坚强)(?:保证|保障|支撑)$"
)
_PRAISES = re.compile(
    "提供了?.*(?:保障|支撑|条件|沃土|土壤|便利|支持)|感叹|赞|欣喜|圆了|梦$|感谢|满意|放心|安心|舒心|心坎|高高飘扬|热气|温馨|幸福(?!城)|"
    "期待|美好"
)
_PERSON = re.compile(
    "先生|女士|阿姨|师傅|大爷|奶奶|老伴|一家|两口|她|他(?!们?业)|街坊|我们|我(?=[^区市国省县们])|居民[^区的委小]|你|咱|大家|人们|群众[^的]"
)
_PARALLEL = re.compile("^(?:[^、，]{2,8}、)+[^、，]{2,8}$")
_SUBJECT = re.compile(
    "^[^，以把将]{0,6}(?:[区市县]|街道|区委|政府|我们|党委)(?:区委|区政府|党委|政府)*(?:始终|一直|还|也)*"
)
# What is held to, and not what is done: 坚持定期报告 is an act.
_PRINCIPLE = re.compile("^将?(?:始终)?(?:坚持(?!定期|对|每)|坚持.*(?:并重|并举)$|牢固树立|树牢|秉持|秉承)")
# What a thing is taken for, or where it is put, is how something is done and no act: 把招商引资作为重要抓手.
_TAKES_FOR = re.compile("^(?:始终|一直|切实|坚持)*[将把][^，]+(?:作为|当作|放在|摆在)")
# A lead-in that names the hour: 抢抓新区建设机遇.
_SEIZES = re.compile("^(?:牢牢|紧紧)?(?:抢抓|紧抓|抓住|抓牢|把握住?)[^，]*机遇$")
# A motto that is aimed at, or stands alone: parts of one length in quotation marks, 实现“河畅、水清、岸绿”.
_MOTTO = re.compile("^(?:推动|努力|全力|做到|形成|实现|打造|让[^，“]*)*“(?P<parts>[^“”0-9]+)”$")
_PLACES = re.compile("[路街村站桥涌河园校馆院线区镇楼厦号]")
_ASPECTS = {
    "done": re.compile("[\u4e00-\u9fff](?<!为)了(?!解)"),
    "undergone": re.compile("被|得以|受到"),
    "reached": re.compile("起(?!到|步|来|源|点)|成(?!立|果|为|效|员|长|功|本|都|熟)|出(?!台|行|让|新|口|租|席|彩)"),
    "already": re.compile("已|均|都"),
    "going": re.compile("正在?(?!式)"),
    "ahead": re.compile("将|拟|计划"),
}
RUN = "has="


def traits(words: str) -> Iterator[str]:
    """That a clause explains, praises, or strings short pieces together."""
    if _DEFINES.search(words):
        yield "defines"
    if _PRAISES.search(words):
        yield "praises"
    if _PARALLEL.match(words):
        yield f"parallel={len({len(part) for part in words.split('、')})}"


def is_principle(words: str) -> bool:
    """True of a guiding principle, a lead-in or a motto, which the codebook does not mark."""
    forms = (_PRINCIPLE, _TAKES_FOR, _SEIZES)
    return _is_motto(words) or any(form.match(own) for form in forms for own in (words, without_subject(words)))


def _is_motto(words: str) -> bool:
    parts = re.split("[、，]", found["parts"]) if (found := _MOTTO.match(words)) else []
    return len(parts) > 1 and len({len(part) for part in parts}) == 1


def details(words: str) -> Iterator[str]:
    """Of whom and of how many places a clause speaks, and how far along it is."""
    if _PERSON.search(words):
        yield "person"
    yield f"places={min(len(_PLACES.findall(words)), 3)}"
    yield from (f"aspect={name}" for name, form in _ASPECTS.items() if form.search(words))


def without_subject(words: str) -> str:
    """A clause without the district or office that it begins with."""
    return _SUBJECT.sub("", words)


def runs(words: str, longest: int) -> Iterator[str]:
    """All runs of up to so many characters of a clause, each once, its ends counted as characters."""
    whole = f"^{words}$"
    sizes = range(1, longest + 1)
    yield from dict.fromkeys(f"{RUN}{whole[at : at + size]}" for size in sizes for at in range(len(whole) - size + 1))


def is_run(feature: str) -> bool:
    """True of a feature that is a run of characters, of a clause or of one beside it."""
    return RUN in feature
