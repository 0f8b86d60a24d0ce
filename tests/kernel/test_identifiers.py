"""Identifiers: the vectors, what the checks promise to find, and the suspect position."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric
from stdnum.cn import uscc as stdnum_uscc

from jingwei.kernel.errors import InputError
from jingwei.kernel.identifiers import (
    achievement_number,
    contract_number,
    organisation_code,
    patent_number,
    resident_id,
    uscc,
)
from jingwei.kernel.identifiers.checked import Severity
from tests.kernel.vectors import vectors

TODAY = date(2026, 11, 22)
USCC, RESIDENTS, PATENTS = vectors("uscc"), vectors("resident-ids"), vectors("patent-numbers")
OTHERS = vectors("registration-numbers")

CODES = st.builds(
    uscc.make_uscc,
    st.just("9"),
    st.sampled_from("123"),
    st.just(uscc.DEMO_REGION),
    st.integers(0, 99_999_999),
)
BODIES = st.text(uscc.ALPHABET, min_size=17, max_size=17)
BIRTHS = st.dates(date(1930, 1, 1), date(2020, 1, 1))


def changed(text, index, character):
    return text[:index] + character + text[index + 1 :]


def swapped(text, index):
    return text[:index] + text[index + 1] + text[index] + text[index + 2 :]


@st.composite
def resident_ids(draw):
    body = f"330603{draw(BIRTHS):%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + resident_id.check_character(body)


@st.composite
def patent_numbers(draw):
    is_new = draw(st.booleans())
    year = draw(st.integers(2003, 2025)) if is_new else draw(st.integers(85, 99))
    serial = draw(st.integers(0, 10**7 - 1 if is_new else 10**5 - 1))
    body = f"{year}{draw(st.sampled_from('123'))}{serial:0{7 if is_new else 5}d}"
    return body + patent_number.check_character(body)


@pytest.mark.parametrize("vector", USCC["valid"], ids=lambda vector: vector["code"])
def test_credit_codes(vector):
    code = vector["code"]
    assert uscc.check(code).required() == code
    assert not uscc.check(code).warnings
    assert uscc.check_character(code[:17]) == vector["check"]
    total = sum(uscc.ALPHABET.index(character) * (3**place % 31) for place, character in enumerate(code[:17]))
    assert total == vector["sum"]


@pytest.mark.parametrize("vector", USCC["invalid"], ids=lambda vector: vector["why"])
def test_wrong_credit_codes_name_the_suspect_position(vector):
    checked = uscc.check(vector["code"])
    assert not checked.is_valid
    assert checked.errors[0].position == vector["position"]
    with pytest.raises(InputError):
        checked.required()


def test_a_letter_never_used_is_named_with_what_it_may_be():
    found = uscc.check("91110000600037341I").errors[0]
    assert found.position == 18
    several = uscc.check("91110OOO600037341L").errors
    assert [problem.position for problem in several] == [6, 7, 8]
    one = uscc.check("9111000060003734IL").errors[0]
    assert one.text.zh == "第17位的“I”不会出现在代码中，可能是1。"


def test_credit_codes_are_brought_to_normal_form():
    checked = uscc.check(" ９１１１００００-6000 37341ｌ\u200b")
    assert checked.value == "91110000600037341L"
    assert checked.is_valid


@given(CODES)
def test_demonstration_codes_are_valid_and_said_to_be_such(code):
    checked = uscc.check(code)
    assert checked.is_valid
    assert not checked.warnings
    assert [problem.severity for problem in checked.problems] == [Severity.NOTE]
    assert stdnum_uscc.is_valid(code)


@given(BODIES, st.integers(0, 17), st.sampled_from(uscc.ALPHABET))
def test_every_single_wrong_character_of_a_credit_code_is_found(body, index, character):
    code = body + uscc.check_character(body)
    wrong = changed(code, index, character)
    assert (uscc.check_character(wrong[:17]) == wrong[17]) is (wrong == code)


@given(BODIES, st.integers(0, 16))
def test_every_swap_of_neighbours_in_a_credit_code_is_found(body, index):
    code = body + uscc.check_character(body)
    wrong = swapped(code, index)
    assert (uscc.check_character(wrong[:17]) == wrong[17]) is (wrong == code)


@pytest.mark.parametrize(
    ("wrong", "position", "meant"),
    [
        ("91110000600073341L", 13, "可能与下一位颠倒（37）"),
        ("9I110000600037341L", 2, "可能是1"),
        ("91110000600037341I", 18, "可能是1"),
        ("91110000600Q37341L", 12, "可能是0"),
    ],
)
def test_one_likely_slip_is_named(wrong, position, meant):
    found = uscc.check(wrong).errors[0]
    assert (found.position, meant in found.text.zh) == (position, True)


def test_where_no_slip_explains_it_the_whole_code_is_to_be_compared():
    found = uscc.check("91110000600037300L").errors[0]
    assert found.position == 18
    assert "请核对全码" in found.text.zh


@given(st.text("0123456789", min_size=17, max_size=17))
def test_credit_code_check_agrees_with_stdnum(body):
    assert uscc.check_character(body) == stdnum_uscc.calc_check_digit(body)


def test_the_inner_check_is_a_warning():
    body = "9133060010000000"
    inner = organisation_code.check_character(body[8:16])
    other = "1" if inner != "1" else "2"
    code = body + other + uscc.check_character(body + other)
    checked = uscc.check(code)
    assert checked.is_valid
    assert [problem.position for problem in checked.warnings] == [17]


@pytest.mark.parametrize(("first", "position"), [("Q1330603", 1), ("98330603", 2), ("91990001", 3)])
def test_unknown_authority_class_and_region_are_warnings(first, position):
    body = f"{first}12345678{organisation_code.check_character('12345678')}"
    checked = uscc.check(body + uscc.check_character(body))
    assert checked.is_valid
    assert [problem.position for problem in checked.warnings] == [position]


def test_a_letter_in_the_region_is_an_error():
    body = f"91330A0312345678{organisation_code.check_character('12345678')}"
    assert [problem.position for problem in uscc.check(body + uscc.check_character(body)).errors] == [6]


@pytest.mark.parametrize(
    "arguments",
    [
        ("9", "1", "990000", -1),
        ("9", "1", "99", 1),
        ("I", "1", "990000", 1),
        ("9", "7", "990000", 1),
        ("", "", "990000", 1),
    ],
)
def test_no_code_is_made_of_nonsense(arguments):
    with pytest.raises(ValueError, match="no "):
        uscc.make_uscc(*arguments)


@pytest.mark.parametrize("vector", RESIDENTS["valid"], ids=lambda vector: vector["number"])
def test_resident_ids(vector):
    assert resident_id.check(vector["number"].lower(), today=TODAY).is_valid
    assert ric.calc_check_digit(vector["number"]) == vector["number"][17]


@pytest.mark.parametrize("vector", RESIDENTS["invalid"], ids=lambda vector: vector["number"])
def test_wrong_resident_ids(vector):
    checked = resident_id.check(vector["number"], today=TODAY)
    assert checked.errors[0].position == vector["position"]


@pytest.mark.parametrize("vector", RESIDENTS["masked"])
def test_masked(vector):
    assert resident_id.mask(vector["number"]) == vector["shown"]


@given(st.text(max_size=30))
def test_a_mask_shows_seven_characters_at_most(text):
    shown = resident_id.mask(text)
    assert len(shown) == len(text)
    assert sum(mine != "*" for mine in shown) <= 7


@given(resident_ids(), st.integers(0, 17), st.sampled_from("0123456789"))
def test_every_single_wrong_digit_of_a_resident_id_is_found(number, index, digit):
    wrong = changed(number, index, digit)
    assert resident_id.check(wrong, today=TODAY).is_valid is (wrong == number)


@given(resident_ids(), st.integers(0, 16))
def test_every_swap_of_neighbours_in_a_resident_id_is_found(number, index):
    wrong = swapped(number, index)
    assert resident_id.check(wrong, today=TODAY).is_valid is (wrong == number)


@given(resident_ids())
def test_no_problem_repeats_a_resident_id(number):
    wrong = changed(number, 16, str((int(number[16]) + 1) % 10))
    for problem in resident_id.check(wrong, today=TODAY).problems:
        assert not any(part in text for text in problem.text for part in (wrong[6:14], wrong[:6], wrong[14:]))


def test_birth_dates():
    def number(birth):
        body = f"330603{birth}001"
        return body + resident_id.check_character(body)

    assert resident_id.check(number("20261122"), today=TODAY).is_valid
    assert [found.position for found in resident_id.check(number("20261123"), today=TODAY).errors] == [7]
    assert [found.position for found in resident_id.check(number("19990229"), today=TODAY).errors] == [7]
    assert resident_id.check(number("18990101"), today=TODAY).warnings
    assert resident_id.birth_date(number("19800101")) == date(1980, 1, 1)


def test_old_numbers_of_15_digits_are_converted_with_a_note():
    checked = resident_id.check("110105491231002", today=TODAY)
    assert checked.value == "11010519491231002X"
    assert checked.is_valid
    assert [problem.severity for problem in checked.problems] == [Severity.NOTE]


def test_an_unknown_province_is_a_warning():
    body = "00060319800101001"
    assert resident_id.check(body + resident_id.check_character(body), today=TODAY).warnings[0].position == 1


@pytest.mark.parametrize("vector", PATENTS["valid"], ids=lambda vector: vector["written"])
def test_patent_numbers(vector):
    checked = patent_number.check(vector["written"], today=TODAY)
    assert checked.value == vector["stored"]
    assert not checked.problems
    assert patent_number.display(checked.value) == vector["shown"]
    assert patent_number.kind_of(checked.value) == vector["kind"]


@pytest.mark.parametrize("vector", PATENTS["invalid"], ids=lambda vector: vector["written"])
def test_wrong_patent_numbers(vector):
    assert patent_number.check(vector["written"], today=TODAY).errors[0].position == vector["position"]


def test_a_missing_check_digit_is_worked_out_but_not_put_in():
    checked = patent_number.check("ZL201710601862", today=TODAY)
    assert checked.value == "201710601862"
    assert "201710601862.3" in checked.errors[0].text.zh


@given(patent_numbers())
def test_patent_numbers_read_back_as_they_are_shown(number):
    assert patent_number.check(patent_number.display(number), today=TODAY).value == number
    assert patent_number.check(f"ZL{number}", today=TODAY).is_valid


@given(patent_numbers(), st.data())
def test_every_slip_in_a_patent_number_is_found(number, data):
    index = data.draw(st.integers(0, len(number) - 1))
    wrong = changed(number, index, data.draw(st.sampled_from("0123456789")))
    assert patent_number.check(wrong, today=TODAY).is_valid is (wrong == number)
    turned = swapped(number, data.draw(st.integers(0, len(number) - 2)))
    assert patent_number.check(turned, today=TODAY).is_valid is (turned == number)


def test_an_unknown_type_is_a_warning_and_years_have_bounds():
    def number(body):
        return body + patent_number.check_character(body)

    checked = patent_number.check(number("202460000001"), today=TODAY)
    assert checked.is_valid
    assert [problem.position for problem in checked.warnings] == [5]
    assert patent_number.kind_of(checked.value) is None
    assert not patent_number.check(number("202710000001"), today=TODAY).is_valid
    assert not patent_number.check(number("84100001"), today=TODAY).is_valid
    assert patent_number.check(number("03100001"), today=TODAY).is_valid
    assert not patent_number.check(number("04100001"), today=TODAY).is_valid
    assert patent_number.filing_year(number("03100001")) == 2003
    assert patent_number.filing_year(number("99100001")) == 1999


@pytest.mark.parametrize(
    ("check", "facts"),
    [(contract_number.check, OTHERS["contracts"]), (achievement_number.check, OTHERS["achievements"])],
)
def test_registration_numbers(check, facts):
    for number in facts["valid"]:
        assert not check(number, today=TODAY).problems
    for number in facts["invalid"]:
        assert not check(number, today=TODAY).is_valid
    for number in facts["doubtful"]:
        assert check(number, today=TODAY).is_valid
        assert check(number, today=TODAY).warnings


def test_the_year_of_a_contract_number():
    assert contract_number.registration_year("13330600000001") == 2013
    assert contract_number.registration_year("98330600000001") == 1998
    assert contract_number.registration_year("2013330603000001") == 2013


@given(st.text(max_size=30))
def test_any_text_is_checked_without_a_crash(text):
    for checked in (
        uscc.check(text),
        resident_id.check(text, today=TODAY),
        patent_number.check(text, today=TODAY),
        contract_number.check(text, today=TODAY),
        achievement_number.check(text, today=TODAY),
    ):
        assert all(problem.text.zh and problem.text.en for problem in checked.problems)
