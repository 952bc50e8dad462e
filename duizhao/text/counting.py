"""Whether a figure in Chinese numerals counts anything, by the words about it: 两县 does, 两化 does not.

What is no quantity by its own form is left to `claims`; where the numbers of a text are, to `numbers`.

Three things look like figures and mostly are none. Numerals between quotation marks are a label. A bare numeral is part
of a name, unless a noun follows that is counted without a measure word. 一 with a measure word is an article (一条主线)
unless the words before it count (新建一座水厂, 每月一次), or its list counts other things (一个中心、两个基地).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from .lists import Found

# What stands between quotation marks is a label, unless it is long enough to be speech.
_QUOTES = re.compile(
    '“[^“”\n]{1,26}”|『[^『』\n]{1,26}』|「[^「」\n]{1,26}」|‘[^‘’\n]{1,26}’|《[^《》\n]{1,40}》|"[^"\n]{1,26}"'
)
# A Chinese numeral that by itself may be part of any name: one digit, digits in a row, sizes alone; up to nineteen.
_BARE = re.compile("零|十?[一二三四五六七八九]|[零一二两三四五六七八九]{2,5}|[两俩仨]|[十百千万亿]{1,4}")
# Nouns that are counted without a measure word.
_COUNTED = re.compile(
    "车道|方面|跨(?!越|境|区|省|界)|农场|县(?!域|级|委|乡|政|城)|市(?!场|级|区|民|政|域|委)|省(?!级|委|部)|镇(?!级|域|街|海)"
    "|村(?!级|民|一|居|庄|史)|校(?!区|园|外)|馆(?!藏)|地(?![块两区处域面上])|街道|口岸|环节|领域|层次|部门|片区|园区|企业|国(?!家|有|际|内|企)"
)
_ARABIC = re.compile("[0-9½⅓]")

# Measure words that 一 stands before as an article; 所, 台, 辆 and their like are hardly said but to count.
_ONE = re.compile(
    "一[个座场项次种张颗支条片股道门份把位名段幕件套层处户人头只派番代班堂桶块桩起口组对队面站封幅章首篇笔]"
)
# What counts one thing right before it: how often, how few, what was built, won, held, set up, found.
_OFTEN = "每[^,。;:、]{0,10}|各|仅[^,。;:、]{0,3}|只[^,。;:、]{0,3}|唯一|另[有外]?|还有|共"
_PERIOD = "(?:[0-9两一三四五六七八九十]|每)(?:年|月|周|季|天|日|季度|个月|小时)[^,。;:、]{0,4}"
_FEW = "(?:提前|推迟|缩短|压[缩减]|连续|减少|增加|增至|减至|降至|整合[为成]|合并[为成]|合[为成])"
_MADE = (
    "(?:建成|合开|新[建增开筑设]|增[设加建]|[改扩续迁重修筹]建|改造|修[筑缮]|架设|开[通设办业辟]|设[立置有]|成立|组[建成]|配[备置齐建]|配|"
    "安装|购[置买]|采购|举办|召开|承办|开展|引[进入]|签约|落[地户]|培育|认定|创[建成]|获[评得批]?|荣获|夺得|斩获|摘得|"
    "完成|确定|发放|派[驻出]|选[派聘]|聘[请任]|关[停闭]|拆除|清退|查处|发生|启用|投用|竣工|开工|建设|建立|出台|发布|"
    "拥有|现有|下辖|评选|遴选|抓获|打掉|捣毁|破获|侦破|实施|投入|开行|开播|发射|出版|创作|收录|谋划|储备|命名|种植|筑|建)"
    "(?:投[用运产]|并?启用)?[了过起出]?"
)
_COUNTS_TIMES = re.compile(f"{_PERIOD}$")
_COUNTS_BEFORE = re.compile(f"(?:{_OFTEN}|{_FEW}|{_MADE}(?:国家级|省级|市级|全[国省市区县])?)$")
# What makes an article of it after all: an adjective or a clause that ends in 的; 新建 and its like count even so.
_DESCRIBED = re.compile("(?![^,。;]{0,20}[0-9])[^,。;、]{1,20}的|高[素质水标]|现代|世界|具有|适应|充满")
_BUILT = re.compile("(?:建成|新[建增开筑设]|开通|[改扩]建|竣工|关停|每[^,。;:、]{0,10})(?:投[用运产])?了?$")
# In a list that counts its other things, and behind what is counted (小学一所).
_OTHER = "(?:[两三四五六七八九十]|[0-9]{1,4})[个座场项次种张支条片道门份位名件套间处家只台所栋篇本册部幅大]"
_OTHERS_BEHIND = re.compile(f"[^,。;:、和0-9]{{0,14}}[、,和][^,。;:、和一]{{0,8}}{_OTHER}")
_OTHERS_BEFORE = re.compile(f"{_OTHER}[^,。;:、]{{0,14}}[、,和][^,。;:、一]{{0,8}}$")
_LAST = re.compile("[,。;、)和及与]|$")
_THINGS = re.compile("[^,。;、]{0,8}?(?:生产线|产线|流水线|变电站|泊位|水库|幼儿园|小学|中学|医院|博物馆|处理厂)")
_LOOKED_BACK = 24


def quoted_places(plain: str) -> tuple[tuple[int, int], ...]:
    """Where in the text quotation marks enclose a few words."""
    return tuple(match.span() for match in _QUOTES.finditer(plain))


def weighed(plain: str, found: Found, quoted: tuple[tuple[int, int], ...]) -> Found:
    """The number, or a label or an idiom where it counts nothing after all."""
    if not found.read:
        return found
    if _is_quoted(plain, found, quoted) or _is_bare(plain, found):
        return Found(found.start, found.end, "label", None)
    if _is_article(plain, found):
        return Found(found.start, found.end, "idiom", None)
    return found


def _is_quoted(plain: str, found: Found, quoted: tuple[tuple[int, int], ...]) -> bool:
    """True between quotation marks, but for an Arabic amount with its unit: a checkable amount is not passed over."""
    at = bisect_right(quoted, (found.start, len(plain))) - 1
    if at < 0 or quoted[at][1] < found.end:
        return False
    return not (found.read and found.read.unit and _ARABIC.search(plain, found.start, found.end))


def _is_bare(plain: str, found: Found) -> bool:
    """True for a Chinese numeral by itself with no noun behind it that is counted without a measure word."""
    read = found.read
    if not read or read.operator != "eq" or read.unit or not _BARE.fullmatch(plain, found.start, found.end):
        return False
    if plain[found.start] == "零":
        return plain[found.start - 1 : found.start] not in ("为", "到", "于", "至") or found.start == 0
    printed = plain[found.start : found.end]
    if printed in ("俩", "仨"):
        return False
    # 二 counts nothing by itself, 两 does: 香蜜二村, 两村; nor does 一, nor a size alone: 万国, 百村. 十二县 does.
    return printed in ("一", "二", "百", "千", "万", "亿") or not _COUNTED.match(plain, found.end)


def _is_article(plain: str, found: Found) -> bool:
    """True for 一 with a measure word where nothing about it counts."""
    read = found.read
    if not read or read.operator != "eq" or not _ONE.fullmatch(plain, found.start, found.end):
        return False
    before = plain[max(0, found.start - _LOOKED_BACK) : found.start]
    if _COUNTS_TIMES.search(before) or _OTHERS_BEHIND.match(plain, found.end) or _OTHERS_BEFORE.search(before):
        return False
    if _is_repeated(plain, found, before):
        return True
    if _BUILT.search(before) or _THINGS.match(plain, found.end) or _stands_last(plain, found, before):
        return False
    return not _COUNTS_BEFORE.search(before) or _DESCRIBED.match(plain, found.end) is not None


def _stands_last(plain: str, found: Found, before: str) -> bool:
    """True behind the thing that is counted (获奖章一枚), and not behind a verb of becoming one (连成一片)."""
    noun = "\u4e00" <= before[-1:] <= "\u9fff" and before[-1] not in "成融连合"
    return noun and _LAST.match(plain, found.end) is not None


def _is_repeated(plain: str, found: Found, before: str) -> bool:
    """True where the same is said twice in a turn of phrase: 成熟一个、改造一个; not in 小学一所、中学一所."""
    printed = plain[found.start : found.end]
    behind = plain[found.end : found.end + 10]
    said_next = behind[:1] in tuple(",、就便再又成") and printed in behind
    said_before = re.search(f"{printed}[,、就便再又成]", before[-12:]) is not None
    return said_next or (said_before and _LAST.match(plain, found.end) is not None)
