"""What the conversion to Simplified characters cannot decide: characters that both scripts have, in unlike senses.

The conversion itself is a step of `cleanup`; what is made of a doubt is left to those who show it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """A character that may be meant for another, where it stands in its text."""

    offset: int
    char: str
    other: str


# Of a character that the converter leaves: what Simplified has for another of its senses, and the words in which it is
# right as it stands. Where there are none it is a variant, and right in names at most.
_LEFT = """
著 着 著名 著作 著称 著述 著者 著书 著录 著文 著有 显著 卓著 昭著 名著 原著 编著 专著 论著 译著 巨著 遗著 合著 土著
瞭 了 瞭望
覆 复 覆盖 覆灭 覆没 覆辙 覆土 覆膜 覆绿 覆冰 覆压 颠覆 倾覆 翻覆 被覆 天翻地覆 翻天覆地 全军覆
藉 借 狼藉 慰藉 蕴藉 枕藉
沈 沉 沈阳 辽沈 沈河 沈北 沈抚
炼 链 锻炼 提炼 冶炼 精炼 凝炼 磨炼 熔炼 修炼 历炼 洗炼 简炼 炼油 炼钢 炼铁 炼化 炼焦 炼金 炼狱 炼就 炼成 百炼
帐 账 帐篷 蚊帐 营帐 帐幕 帐下 军帐 帐房
彷 仿 彷徨
倣 仿
祇 只 神祇
衹 只
甯 宁
甦 苏
迺 乃
耑 专
筦 管
仝 同
竝 并
繋 系
邨 村
淼 渺 浩淼
堃 坤
喆 哲
犇 奔
菉 绿
妳 你
牠 它
姪 侄
蔴 麻
賸 剩
踫 碰
閧 哄
徬 彷
尅 克
伕 夫
揹 背
荳 豆
菓 果
籐 藤
鎗 枪
燄 焰
濬 浚
瑯 琅
暱 昵
隄 堤
觔 斤
拏 拿
礆 硷
粧 妆
堦 阶
鬭 斗
鬦 斗
鬪 斗
艶 艳
髣 仿
髴 佛
鑚 钻
寗 宁
悤 匆
鼈 鳖
穨 颓
呉 吴
冨 富
姉 姊
凴 凭
摠 总
緫 总
踨 踪
谘 咨
祗 只
儌 侥
搨 拓
"""
# Words of which a character is wrong in Simplified, though it is common in others.
_IN_WORDS = """
画 划 规画 企画 筹画 策画 谋画
甚 什 甚么
俱 具 家俱 傢俱
哩 里 英哩 公哩 海哩
于 於 于陵 于菟
征 徵 文征明 角征羽
伙 夥 甚伙
么 幺 老么 么妹 么女 么儿
"""
# Traditional characters that the converter replaces throughout and that stay in some names and words; what they are
# then, and the words in which they were rightly replaced.
_REPLACED = """
乾 乾 干净 干旱 干燥 干涸 干部 干脆 饼干 干杯 晒干 烘干 风干 擦干 吹干 烤干 沥干 晾干 干货 干粮 干果 干湿 干洗 干枯
乾 乾 干草 干冰 干式 干法 干粉 干线 干细胞 干预 干劲 干支 若干 骨干 主干 能干 苦干 实干 肉干 豆干 葡萄干 干裂 外强中干
昇 昇 升级 升平 升华 提升 上升 升降 升值 升温 升格 升任 升高 升起 升幅 升学 升旗 升迁 高升 晋升 回升 攀升 跃升 飙升
昇 昇 抬升 推升 直升 东升 飞升 爬升 递升 稳升 拉升 升腾 升空 升压 升挡 升班 升等 升息
徵 徵 征收 征求 象征 特征 征集 征文 征地 征用 征兵 征召 征询 征兆 征信 征税 征聘 应征 表征 征订 征管 征缴 征拆 征迁 征稿
徵 徵 征得 征引 缓征 免征 减征 开征 体征 征候 征婚 征补 计征 代征 征购 征费 征选 征才 征信 征途 征程 长征
讎 仇 校雠
閤 阁 合家 合府
"""
_KEPT_IN = {line[0]: (line[2], tuple(line.split()[2:])) for line in _LEFT.split("\n") if line}
_WRONG_IN = {line[0]: (line[2], tuple(line.split()[2:])) for line in _IN_WORDS.split("\n") if line}
_RIGHT_IN = {
    old: (other, tuple(word for line in _REPLACED.split("\n") if line[:1] == old for word in line.split()[2:]))
    for old, other in (line.split()[:2] for line in _REPLACED.split("\n") if line)
}
AMBIGUOUS = {char: other for char, (other, _) in (_KEPT_IN | _WRONG_IN).items()}
_FOUND = re.compile(f"[{''.join(AMBIGUOUS)}]")


def doubts(text: str, decided: Collection[str] = ()) -> Iterator[Doubt]:
    """What a text that was converted to Simplified characters leaves to decide, but for words that were decided."""
    for match in _FOUND.finditer(text):
        char, at = match[0], match.start()
        words = _KEPT_IN[char][1] if char in _KEPT_IN else ()
        wrong = char in _KEPT_IN or _stands_in(text, at, _WRONG_IN[char][1])
        if wrong and not _stands_in(text, at, (*words, *decided)):
            yield Doubt(at, char, AMBIGUOUS[char])


def doubts_of_replaced(
    text: str, replaced: Iterable[tuple[int, str]], decided: Collection[str] = ()
) -> Iterator[Doubt]:
    """What may have been replaced wrongly: `replaced` are offsets of a converted text, each with what stood there."""
    for at, old in replaced:
        other, words = _RIGHT_IN.get(old, ("", ()))
        if other and other != text[at] and not _stands_in(text, at, (*words, *decided)):
            yield Doubt(at, text[at], other)


def _stands_in(text: str, at: int, words: Collection[str]) -> bool:
    """True where the character at an offset is one of a word's."""
    return any(
        text.startswith(word, at - shift)
        for word in words
        for shift, char in enumerate(word)
        if char == text[at] and shift <= at
    )
