"""What a figure counts, in a few words."""

import pytest

from tests.summary.proofread.seen import figures


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("新增省创新型示范企业1家。", "省创新型示范企业"),
        ("全县106家科技型企业。", "科技型企业"),
        ("全年共举办科普讲座186场。", "科普讲座"),
        ("2013年全区技术合同成交额达到7.8亿元。", "技术合同成交额"),
        ("其中发明专利97件。", "发明专利"),
        ("截至目前累计拥有发明专利97件。", "发明专利"),
        ("共148项。", ""),
    ],
)
def test_time_verbs_and_hedges_are_taken_off(text: str, subject: str) -> None:
    (found,) = figures(text)
    assert found.subject == subject
