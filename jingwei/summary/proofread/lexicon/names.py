"""What is taken off the words around a number until the name of what it counts is left."""

import re

from jingwei.summary.proofread.lexicon.places import HERE
from jingwei.summary.proofread.lexicon.times import YEAR
from jingwei.summary.proofread.lexicon.words import any_of, either

OFF_FRONT = re.compile(
    # a compound that begins with such a word stays whole: 在建规模, 投入使用, 新产品产值
    "^(?:(?!在[建孵研库册职校]|从业|投入使用|新(?:产品|材料|能源|农村|型|品种|技术)|有效)"
    + either(
        r"\s",
        any_of(
            "其中 其 并 还 又 另 同时 此外 另有 另外 共 共有 共计 合计 累计 已 有 全年 今年 本年 当年 年内 至今 目前"
        ),
        r"截至[^,]*?|到\d*年?底|至年末|至年底|年末|年底",
        HERE,
        YEAR + any_of("度 末 底") + "?",
        any_of('今年以来 一年来 上半年 下半年 前三季度 [一二三四五六七八九十]是 [①-⑩] [“"] ”'),
        any_of("与 和 及 以及 对 为 了 的 在 将 使 由 从 —+ -"),
        any_of(
            "新增 新认定 新培育 新引进 新建 新 增加 净增 组织实施 组织 实施 开展 举办 召开 引进 培育 认定 获批 获得"
        ),
        any_of(
            "获 争取 完成 实现 申报 列入 建成 登记 签订 签约 达成 兑现 发放 承办 协助 推荐 新获批 获评 评选 入选"
        ),
        any_of(
            "拥有 安排 投入 推广 选派 派出 办理 受理 吸引 促成 提交 征集 通过 实际 成功 顺利 先后 积极 上报 新立项"
        ),
        any_of("立项实施 新注册 新签 全部"),
    )
    + ")+"
)
OFF_END = re.compile(
    either(
        r"\s",
        any_of(
            "的 达到了? 达成? 达 为 共计 合计 累计 总计 共 有 超过? 近 约 逾 突破 仅 至 到 是 了 计 各 均 等 已"
        ),
        any_of(
            "分别 完成 实现 增加到 提高到 增至 升至 总数 总数达到? 总量 新增 不低于 不少于 接近 将近 不足 余 上升到"
        ),
        "：|:",
    )
    + "+$"
)
NOUN_BEHIND = re.compile(r"^的?(?P<noun>[^,;:、。\d()“”]{2,16})")
