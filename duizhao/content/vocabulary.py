"""Every closed vocabulary of the content, once: the codes that a key may hold and the order in which they are shown.

What a code means to a reader is left to the interface words and to the codebook.
"""

from __future__ import annotations

from ..text import numbers, quantity

LANGUAGES = ("en", "zh")

# A statement and its figures.
KINDS = ("target", "task", "result", "situation")
ID_LETTERS = {"t": "target", "k": "task", "r": "result", "s": "situation"}
# The kinds that commit to something, and what is written where no word carries one though its sentence has such a word.
COMMITMENTS = ("target", "task")
NO_MODAL = "none"
STRENGTHS = ("firm", "plain", "soft")
PERIOD_BASES = ("stated", "inferred")
OPERATORS = quantity.OPERATORS
ASPECTS = ("level", "increase", "growth", "decrease", "share", "rank")
# Who proposed a statement, where that was no person.
ENTRIES = ("suggested",)
# What was checked of a figure: whether it was entered beside what the build reads, by a person or a program.
CHECKS = ("re-read", "parsed", "suggested")
# Why a statement has no words of its own in the translation.
WITHOUT_QUOTE_EN = ("split", "shared")
# Why a numeral counts nothing: in a word wherever it stands, and in one place of a report.
WORD_REASONS = tuple(filter(None, numbers.REASONS))
NUMBER_REASONS = ("ordinal", "date", "name", "label", "idiom", "restated", "rhetoric")

# A report and its clean-up.
REPORT_KINDS = ("work-report", "digest", "feature")
BASES = ("printed", "inferred")
READINGS = ("annotated", "nothing-to-code", "unread")
# On what ground a report's text is shown whole.
GROUNDS = ("public-document", "press-text")
DROP_REASONS = (
    *("site-chrome", "breadcrumb", "publisher-disclaimer", "advertisement", "duplicate"),
    *("related-links", "share", "attachment-link", "credit", "page-furniture"),
)
# What may be set apart: out of the text and of its counts, told in the ledger with its words.
APART_KINDS = ("glossary", "notes", "note-mark", "attachment")
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16")
# Where in a line a pattern is looked for, and how lines that belong to the one before are known.
PATTERN_PLACES = ("line", "start", "anywhere")
JOIN_RULES = ("mid-sentence", "unindented")
PINYIN_STEPS = ("removed",)
SCRIPT_STEPS = ("to-simplified",)
PUNCTUATION_STEPS = ("full-width",)

# What is shared by the reports.
CELL_STATES = ("not-comparable",)
INITIATIVE_KINDS = ("project", "programme", "place", "campaign", "institution", "event")
LEVELS = ("national", "provincial", "city", "district")
# Where what is said of a term is from: the reports themselves, or knowledge from outside them.
TERM_SOURCES = ("text", "outside")

# What became of a promise, from what later words say most of to what nobody has looked for. These states stand in this
# one order wherever they stand: in tables, strips, legends, filters and downloads.
EVIDENCE = (
    *("reported-done", "reported-progress", "other-definition", "restated"),
    *("related-words", "not-found", "not-due", "not-checked"),
)
# Those in which later words speak of the promise.
ANSWERED = EVIDENCE[: EVIDENCE.index("not-found")]
ARITHMETIC = ("met", "exceeded", "short", "indeterminate")

# What people write where a code is needed: its Chinese name, a sign, the words of figures that it stands for. They
# serve hints, and are never taken.
SAID_FOR: dict[str, tuple[str, ...]] = {
    "target": ("目标", "指标"),
    "task": ("任务", "工作"),
    "result": ("成效", "结果", "成果", "完成", "成绩"),
    "situation": ("情况", "现状", "背景", "问题", "state", "background"),
    "eq": ("=", "==", "等于", "为"),
    "ge": (">=", "≥", "=>", "以上", "不少于", "不低于", "至少", "min"),
    "gt": (">", "＞", "超过", "超", "逾", "余", "多于", "大于"),
    "le": ("<=", "≤", "=<", "以内", "不超过", "以下", "至多", "max"),
    "lt": ("<", "＜", "不到", "不足", "低于", "小于"),
    "approx": ("~", "≈", "约", "近", "左右", "about"),
    "range": ("-", "–", "区间", "范围", "至"),
    "coverage": ("全部", "全面", "全覆盖", "all"),
    "relative": ("倍数", "倍", "翻番"),
    "delegated": ("按下达任务", "下达任务"),
    "rank": ("位次", "排名", "排位"),
    "ratio": (":", "比例", "之比"),
    "level": ("总量", "存量", "累计", "total"),
    "increase": ("新增", "增加", "增量", "added", "new"),
    "growth": ("增速", "增长", "增幅", "rate"),
    "decrease": ("减少", "下降", "reduction", "fall"),
    "share": ("占比", "比率", "覆盖率", "percentage"),
    "stated": ("原文写明", "写明", "明示"),
    "printed": ("原文载明", "原文印出", "原文", "印出"),
    "inferred": ("推定", "推断", "推测"),
    "not-due": ("未到期",),
    "not-checked": ("未查", "未核"),
    "not-found": ("未见", "没有提及", "未提及"),
    "related-words": ("有相关表述", "相关表述", "related"),
    "restated": ("重申",),
    "reported-progress": ("报告有进展", "有进展"),
    "reported-done": ("报告已完成", "已完成", "完成", "done"),
    "other-definition": ("口径不同",),
    "work-report": ("工作报告", "政府工作报告"),
    "digest": ("摘要", "摘登"),
    "feature": ("专题", "通讯"),
    "public-document": ("公文", "公开文件", "government"),
    "press-text": ("新闻", "报刊", "press", "news"),
    "text": ("原文", "文本", "report", "reports"),
    "outside": ("外部", "文外", "knowledge"),
    "national": ("国家", "全国", "中央"),
    "provincial": ("省", "省级"),
    "city": ("市", "市级"),
    "district": ("区", "区级"),
    "en": ("english", "英文", "英语"),
    "zh": ("chinese", "中文", "汉语", "cn", "zh-cn"),
    "ordinal": ("序数", "序号"),
    "date": ("日期", "时间", "年份"),
    "name": ("名称", "专名"),
    "label": ("标签", "编号"),
    "idiom": ("成语", "习语"),
    "site-chrome": ("nav", "navigation", "menu", "导航"),
    "advertisement": ("ad", "ads", "广告"),
}

# Who entered a value: a person who wrote it, the default of a key that is not written, a parser that read it from a
# figure or a capture, a suggestion that a person accepted.
ENTERED = ("person", "default", "parser", "suggestion")
