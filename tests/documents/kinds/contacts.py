"""Telephones and e-mail addresses."""

from tests.documents.kinds.spoiling import Kinds, wide

KINDS = Kinds()
cell = KINDS.cell


cell("full_width_telephone", "telephone", "N-WIDTH", lambda c, v: wide(v), value=str)
cell("zero_lost_area", "telephone", "E-ZERO", lambda c, v: 57584120000 + c.randrange(9999))
cell("mobile_short", "telephone", "E-TEL", lambda c, v: v[:10])
cell("telephone_words", "telephone", "E-TEL", lambda c, v: "见附表")
cell(
    "two_telephones", "telephone", "E-TWO", lambda c, v: v + c.choice(("/", "、", "\n", "；")) + "13900000001"
)
cell("email_wide", "email", "N-AT", lambda c, v: v.replace("@", "＠"), value=str)
cell("email_bad", "email", "E-EMAIL", lambda c, v: v.replace("@", c.choice(("", "#", "@@"))))
cell("two_emails", "email", "E-TWO", lambda c, v: f"{v};other@example.cn")
