"""Of which matters words speak: what districts report on, each with the words by which it is known.

Finer than themes, and known without any coding; two statements may speak of one matter and share no word.
"""

from __future__ import annotations

import re

# A line for each matter; a word may stand for several.
_MATTERS = """
    养老 老年 老人 长者 助餐 敬老 适老 康养
    就业 创业 失业 岗位 人力资源 技能 劳动 招聘
    教育 学校 学位 校区 幼儿园 中小学 教师 办学 中学 小学 学前
    医疗 医院 卫生 健康 诊疗 医联体 医生 医养
    疫情 防控 疾病预防 疾控 公共卫生 核酸 疫苗
    政务 审批 办事 一网通办 数字政府 一窗 窗口 网上办 掌上办 行政服务
    营商环境 市场主体 公平竞争 市场监管 企业开办 惠企 民营 小微 纾困 助企
    信用 失信 知识产权 商标 专利
    招商 引资 引进 签约 落户 龙头企业 总部 链主
    投资 重点项目 重大项目 固定资产 开工
    金融 银行 证券 保险 基金 融资 信贷 资本 网贷 集资
    消费 商圈 商贸 零售 商业 夜间经济 步行街 电商 直播
    文化 文艺 图书馆 文化馆 博物馆 文物 非遗 文明实践
    旅游 文旅 景区 酒店
    体育 健身 运动 赛事
    电竞 游戏 动漫 文创 创意 出版
    科技 研发 高新技术 实验室 技术攻关 科研 专精特新 创新主体
    孵化 众创 加速器 创客
    成果转化 科技成果 技术转移 产学研
    人才 院士 博士后 高层次
    软件 信息技术 互联网 云计算 大数据 信创 数字经济 区块链 人工智能 数据
    5G 新基建 新型基础设施 基站 物联网
    制造业 工业 先进制造 装备 工业园
    生物医药 生命健康 医药
    现代服务业 专业服务 会计 咨询 法律服务 律师 仲裁 公证
    外贸 外资 进出口 跨境 服务贸易 自贸 出口
    规划 控规 国土空间 城市设计
    土地 收储 出让 用地 征地
    城市更新 旧村 旧改 城中村 微改造 老旧小区 加装电梯 危房 旧厂 棚户
    集体经济 村社 村级 股份合作 农村 乡村 农业
    交通 道路 路网 公交 地铁 轨道 快速路 拥堵 停车 车位 微循环 支路 主干道
    污水 河涌 黑臭 碧道 河长 截污 雨污 排水 供水 水环境 水质
    大气 空气 扬尘 臭氧 移动源
    垃圾 环卫 分类 保洁 厕所
    公园 绿地 绿化 绿道 生态廊道 植物园
    节能 减排 低碳 碳达峰 碳中和 清洁能源 能耗
    土壤 固废 危废 噪声 污染
    治安 扫黑 犯罪 警 反诈 黑恶 禁毒 公安
    安全生产 消防 隐患 事故 食品 药品
    应急 防灾 森林防火 救援 地质灾害
    信访 矛盾 纠纷 调解 综治
    网格 社区治理 基层治理 街道 社会治理 共建共治 社区 居委
    城管 市容 违法建设 拆违 违建 管养 城市管理 执法
    智慧城市 智慧城区 一网统管 城市大脑 智慧 数字化
    救助 困难群众 低保 残疾 儿童 未成年人 妇女 帮扶
    退役军人 双拥 国防 拥军 优抚
    住房 租赁 公租房 保障房 房地产 物业
    婴幼儿 托育 托幼 生育 母婴
    扶贫 脱贫 对口 协作 乡村振兴
    财政 预算 税收 债券 支出 减税 国资 国企 国有
    党建 党组织 党员 党史 从严治党 廉政 党风
    依法行政 法治 司法 普法 行政复议
    人大 政协 建议 提案 议案
    统计 普查 审计 监督
    粮食 物资 储备 物价
    机场 港口 物流 枢纽 高铁
    社会组织 志愿 社工 慈善 公益
    体制机制 改革 事业单位 机构改革
"""
_KNOWN = [re.compile("|".join(line.split())) for line in _MATTERS.strip().splitlines()]


def matters_of(words: str) -> frozenset[int]:
    """The matters that words speak of, by their numbers."""
    return frozenset(number for number, known in enumerate(_KNOWN) if known.search(words))
