"""What holidays and kinds of days are called."""

from enum import StrEnum

from jingwei.kernel.text import Text


class DayKind(StrEnum):
    """What a day of the calendar is; the same values as in the bureau's calendar table."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKEUP = "makeup"  # a weekend day worked in exchange

    @property
    def is_working(self) -> bool:
        """Whether offices are open."""
        return self in (DayKind.WORKDAY, DayKind.MAKEUP)


KIND_TEXTS = {
    DayKind.WORKDAY: Text(zh="工作日", en="working day"),
    DayKind.WEEKEND: Text(zh="周末", en="weekend"),
    DayKind.HOLIDAY: Text(zh="节假日", en="public holiday"),
    DayKind.MAKEUP: Text(zh="调休上班", en="make-up working day"),
}

_HOLIDAYS = (
    Text(zh="元旦", en="New Year's Day"),
    Text(zh="春节", en="Spring Festival"),
    Text(zh="清明节", en="Tomb-sweeping Day"),
    Text(zh="劳动节", en="Labour Day"),
    Text(zh="端午节", en="Dragon Boat Festival"),
    Text(zh="中秋节", en="Mid-autumn Festival"),
    Text(zh="国庆节", en="National Day"),
    Text(zh="抗战胜利纪念日", en="70th anniversary of victory in the war of resistance"),
)
_BY_CHINESE = {text.zh: text for text in _HOLIDAYS}


def holiday_text(name: str) -> Text:
    """A holiday's name in both languages; a name the bureau made up stands in both as it is."""
    return _BY_CHINESE.get(name, Text(zh=name, en=name))
