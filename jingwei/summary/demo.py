"""The demonstration summary, issued once with the next version open beside it; and a text that was proofread."""

from pathlib import Path
from random import Random

from django.conf import settings

from jingwei.figures.shapes import measures
from jingwei.registry.models import Account
from jingwei.registry.terms import Role
from jingwei.summary import actions
from jingwei.summary.models import Manuscript, Summary
from jingwei.summary.proofread import Status
from jingwei.summary.queries.manuscripts import understood
from jingwei.summary.terms import Judgement, TextSource

YEAR = 2013
REASON = "演示：第二版，可供编辑"  # a record of the demonstration, not a word of the program
TITLE = "2013年科技工作小结（送审稿）"
# as somebody writes it: the eight provincial programmes come to 27, and 141, 87 and 12 to 240
TEXT = """2013年科技工作小结（送审稿）
全年新列入省级以上科技项目148项，其中国家级19项，省级26项（重大成果转化1项、重大专项8项、青年科学家培养2项、\
工业设计6项、农业成果转化2项、网上技术市场产业化5项、团队特派员2项、软科学1项），新产品试制计划103项。
科技培训办了12期，听课860人次，其中企业人员510人次、镇街干部350人次。
窗口受理咨询236件，其中电话141件、来访87件、信件12件。
走访企业84家，比上年增长20%。"""
MENDED = TEXT.replace("咨询236件", "咨询240件")
IN_DOUBT, WHY = "省级26项", "演示：印发稿即为26项，已在更正说明中写明"


def make_demo(random: Random) -> int:
    """Draft the summary of 2013 from the template, issue it as the demonstration's director, open the next version.

    Gives how many versions it made: 0 where the year has a summary, or the demonstration has no director yet.
    """
    director = Account.objects.filter(username=Role.DIRECTOR.value, is_demo=True).first()
    if director is None or not len(measures) or Summary.objects.filter(year=YEAR).exists():
        return 0
    pack: Path = settings.PACKS / settings.PACK
    draft = actions.create_from_template(by=director, pack=pack, year=YEAR, is_demo=True)
    issued = actions.issue(by=director, summary=draft)
    actions.correct(by=director, summary=issued, reason=REASON)
    return 2


def make_texts(random: Random) -> int:
    """Proofread a text as the demonstration's officer, judge what is found about one figure, mend another.

    Gives how many versions it made: 0 where there is one already, or the demonstration has no officer yet.
    """
    officer = Account.objects.filter(username=Role.OFFICER.value, is_demo=True).first()
    if officer is None or not len(measures) or Manuscript.objects.filter(is_demo=True).exists():
        return 0
    first = actions.start_manuscript(
        by=officer, title=TITLE, year=YEAR, text=TEXT, source=TextSource.PASTED, is_demo=True
    )
    for one in understood(TEXT, YEAR).having(Status.FAIL):
        if one.quote.startswith(IN_DOUBT):
            actions.judge(
                by=officer,
                version=first,
                fingerprint=one.fingerprint,
                judgement=Judgement.DISMISSED,
                reason=WHY,
            )
    actions.add_version(by=officer, manuscript=first.manuscript, text=MENDED, source=TextSource.PASTED)
    return 2
