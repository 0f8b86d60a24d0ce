"""Verbs that open a statement of its own, so that a list before it has ended."""

import re

from jingwei.summary.proofread.lexicon.words import any_of

OPENS_STATEMENT = re.compile(
    "^"
    + any_of("并 还 同时 另 又 共 已 全年 今年 新 累计 先后 成功 顺利 积极 有")
    + "*"
    + any_of(
        """
        获得? 争取 完成 实现 组织 举办 开展 建成 引进 登记 提交 签订 签约 成立 申报 立项 验收 培育 认定 落实 发放 兑现
        带动 形成 推广 选派 培训 服务 新增 新建 申请 授权 达成 转化 投入 发布 承担 入选 吸引 安排 下达 支持 资助 帮助
        解决 征集 走访 拥有 达到 召开 推荐 评选 通过 取得 办理 处理 受理 覆盖 参加 参与 出动 检查 查处 调处 实施 列入
        增长 下降 同比 较 比上年 占 总投资 投资 产值 到位 辐射 孵化 毕业 促成 对接 收到 接待 示范 亩均 户均 人均 平均
        每
        """
    )
)
AVERAGES = re.compile(any_of("平均 户均 人均 亩均 单价 每[家户人项个笔亩名件场次平] 均") + "[^,;:、]{0,8}$")
