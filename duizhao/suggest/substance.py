"""Of what sort the act of a clause is, and how much the clause names beside the words that any text of the genre has.

To raise the quality of development names nothing that a reader could ask about later, to raise that of the air does.
What this is worth is left to `weights`.
"""

from __future__ import annotations

import re
from math import log

from ..text.genre_words import ADVERBS, BOUNDS, TIMES, VERBS
from .shapes import FURTHER_VERBS

# The sorts of acts, each with its verbs.
_ACTS = {
    "strengthen": """
        加强 强化 深化 完善 健全 提升 提高 优化 增强 改善 做强 做大 做优 做实 夯实 巩固 拓展 扩大 改进 创新 规范
        加大 加密 补齐 补强
    """,
    "build": """
        建设 建成 新建 改造 扩建 打造 构建 建立 搭建 组建 成立 设立 创建 修建 培育 培养 营造 形成 布局 规划 编制
        制定 出台 启动 开工 完工 竣工 投用 改建 升级改造 微改造
    """,
    "promote": """
        推动 推进 促进 加快 引导 鼓励 支持 扶持 助力 带动 激发 释放 引领 牵引 力促 力推 深入推进 加快推进
        统筹推进
    """,
    "carry out": """
        开展 实施 落实 举办 召开 组织 执行 推行 推广 试点 探索 研究 谋划 用好 抓好 做好 办好 发挥 充分发挥 利用
        盘活 运用
    """,
    "give": "发放 减免 拨付 投入 安排 提供 帮扶 救助 补贴 兑现 保障 服务 接待 培训 安置 惠及",
    "curb": """
        整治 治理 打击 防范 化解 消除 清理 查处 拆除 严控 压减 管控 监管 排查 遏制 惩治 取缔 剿灭 打好 打赢 压缩
        淘汰
    """,
    "gain": "引进 吸引 招引 集聚 引入 争取 申报 获评 荣获 获得 入选 签约 落户 落地 汇聚 留住",
    "reach": "实现 完成 达到 达 超 突破 增长 新增 下降 位居 位列 占 增至 提升至 覆盖 累计",
    "hold": "坚持 围绕 聚焦 立足 依托 紧扣 按照 贯彻 把握 守住 牢固树立 维护 保持 坚决 筑牢 兜牢 守护",
}
_ACT_OF = {verb: act for act, verbs in _ACTS.items() for verb in verbs.split()}
# What every text of the genre speaks of, and no reader could hold it to.
_COMMON = """
    发展 经济 社会 高质量 高水平 高标准 高品质 高端 能级 能力 水平 品质 质量 效能 效益 效率 效果 成效 实效 动能
    动力 活力 潜力 合力 优势 竞争力 影响力 吸引力 凝聚力 集聚力 辐射力 承载力 创造力 支撑 保障 基础 条件 环境
    氛围 生态 空间 格局 局面 体系 机制 制度 模式 路径 方式 高地 标杆 样板 典范 示范 名片 引擎 增长极 增长点 增长
    提升 优化 升级 转型 融合 协同 协调 创新 开放 改革 具有 富有 充满 更加 更多 更好 更高 更优 更强 更大 新的
    强大 强劲 清晰 高效 顺畅 完善 健全 科学 规范 良好 优质 优良 一流 先进 现代 现代化 国际化 市场化 数字化
    专业化 特色 品牌 形象 人民 群众 市民 居民 人民群众 生活 生产 幸福感 获得感 安全感 满意度 幸福 美好 需求 需要
    期待 利益 权益 城市 城区 区域 全区 全市 全国 世界 全球 国家 我区 我市 本地 辖区 工作 任务 要求 力度 步伐
    进程 进展 作用 效应 要素 资源 重点 关键 核心 主要 重要 重大 各类 各项 各方 各方面 一批 系列 整体 综合 功能
    价值 潜能 势能 态势 势头 趋势 方向 目标 战略 全局 大局 底线 短板 弱项 瓶颈 难题 问题 矛盾 风险 挑战 机遇
    成果 贡献 作为 担当 力量 源泉 窗口 阵地 堡垒 防线 屏障 根基 底色 成色 温度 厚度 美誉度 知名度 便利 便利化
    便捷 可持续 循环 集聚 集群 聚集 均衡 平衡 稳定 安全 平稳 健康 和谐 有序 繁荣 绿色 宜居 宜业 共享 共赢 共建
    共治 内涵 精神 理念 优先 并重 并举 联动 互动 互补
"""
_WITHOUT_SUBSTANCE = re.compile(
    "|".join(sorted({*_COMMON.split(), *ADVERBS, *BOUNDS, *TIMES, *VERBS, *FURTHER_VERBS}, key=lambda w: (-len(w), w)))
    + "|[的和与及等、以为对在向到把将让使从于“”《》（）新更最强大高优美好深全一 ]"
)


def act_of(verb: str) -> str:
    """Of what sort the act of a verb is: one of a few, ? of another verb, - where there is none."""
    return _ACT_OF.get(verb, "?" if verb else "-")


def substance(words: str) -> float:
    """How much words name beside those of every text, as the logarithm of one and the characters left."""
    return log(1 + _left(words))


def share_of_substance(words: str) -> float:
    """The share of the characters of words that such words leave."""
    return _left(words) / max(1, len(words))


def _left(words: str) -> int:
    return len(_WITHOUT_SUBSTANCE.sub("", words))
