"""The form: everything on plain pages, nothing lost, nothing that the text could inject."""

from __future__ import annotations

import html
import re

import pytest

from integritetskoll.domain.draft import Draft

TEXT = "Elsa i 3B vann skolans stafett!"
HINT = "Kim har skyddad identitet och får inte synas på bilder."
OTHER_HINT = "Alla i 5A utom Noor får vara med på fotot. Ring 070-174 06 05."


def post(client, text: str = TEXT, **fields: str):
    return client.post("/", data={"text": text, **fields})


def plain(page: str) -> str:
    """What stands on a page, without its tags."""
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def marks(page: str) -> list[str]:
    return [html.unescape(mark) for mark in re.findall(r"<mark[^>]*>(.*?)</mark>", page, re.DOTALL)]


def area(page: str, name: str) -> str:
    found = re.search(rf'<textarea id="{name}"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert found
    return html.unescape(found[1])


def test_the_empty_form(client, checker) -> None:
    page = client.get("/").text
    assert '<html lang="sv">' in page
    for one in (*checker.policy.destinations, *checker.policy.document_types):
        assert f'<option value="{one}"' in page
    assert "<optgroup" in page
    assert "Är kontroll gjord enligt skolans rutin?" in page
    assert 'id="answer"' not in page


def test_every_field_has_its_label(client) -> None:
    page = client.get("/").text
    named = set(re.findall(r'<(?:textarea|select|input) id="(\w+)"', page))
    assert named
    assert named <= set(re.findall(r'<label for="(\w+)"', page))


def test_own_scripts_only_no_style_nothing_from_elsewhere(client) -> None:
    for page in (client.get("/").text, post(client).text, client.get("/review").text):
        assert re.fullmatch(
            r'type="module" src="/static/js/\w+.js"></script',
            "|".join(re.findall(r"<script (.*?)>\n", page)),
        )
        assert not re.search(r"\son\w+=|\sstyle=|<style", page)
        assert not re.findall(r'(?:src|href|action)="(?!/|#)', page)


def test_the_answer_stands_on_the_same_page(client, checker) -> None:
    done = checker.redact(Draft(TEXT))
    answer = post(client)
    assert answer.status_code == 200
    shown = plain(answer.text)
    for sentence in (
        "Se över",
        *done.report.advice,
        *(finding.message for finding in done.report.findings),
        *(factor.reason for factor in done.report.assessment.factors),
        *(rule.message for rule in done.report.assessment.rules),
        *done.report.footer,
        "Unikum",
    ):
        assert sentence in shown
    assert marks(answer.text)[0] == "Elsa"
    assert area(answer.text, "text") == TEXT
    assert area(answer.text, "redacted") == done.text
    assert "3 av 3" in shown


def test_english_by_switch(client) -> None:
    assert '<html lang="en">' in client.get("/?lang=en").text
    page = post(client, lang="en").text
    assert '<html lang="en">' in page
    assert "What was found" in page
    assert 'name="lang" value="sv"' in page


def test_what_was_chosen_stays_chosen(client) -> None:
    chosen = {
        "destination": "vklass", "document_type": "newsletter", "purpose": "inform",
        "audience": "group", "school": "Granbacka\"skolan", "school_class": "3B",
        "images_recognisable": "yes", "images_approved": "no", "protected_identity_checked": "yes",
    }  # fmt: skip
    page = post(client, **chosen).text
    for value in ("vklass", "newsletter", "inform", "group"):
        assert f'<option value="{value}" selected>' in page
    assert 'value="Granbacka&#34;skolan"' in page
    assert 'name="images_approved" value="no" checked' in page
    assert "<details open>" in page


def test_the_answer_to_the_question_counts(client) -> None:
    page = post(client, "Vi har byggt broar.", protected_identity_checked="no").text
    assert "Gör kontrollen enligt skolans rutin först." in plain(page)


def test_line_ends_are_made_one_before_offsets(client) -> None:
    text = "Hej!\r\n\r\n😀 Ring Elsa på\r\n070-174 06 05\rnu"
    page = post(client, text).text
    assert "070-174 06 05" in marks(page)
    assert area(page, "text") == text.replace("\r\n", "\n").replace("\r", "\n")
    assert "\r" not in area(page, "redacted")


def test_the_first_line_end_is_not_lost(client) -> None:
    assert area(post(client, "\n\nElsa vann!").text, "text") == "\n\nElsa vann!"


@pytest.mark.parametrize(
    "attack",
    ['<script>alert("x")</script>', '</textarea><img src=x onerror="y">', "{{ 7 * 7331 }}",
     "</mark></div><b>"],
)  # fmt: skip
def test_the_text_stays_text(client, attack: str) -> None:
    page = post(
        client, f"{attack} Elsa i 3B {attack} ring 070-174 06 05 {attack}", school=attack
    ).text
    assert attack not in page or attack.startswith("{{")
    assert str(7 * 7331) not in page
    assert area(page, "text").count(attack) == 3
    assert "070-174 06 05" in marks(page)


def test_findings_inside_each_other(client) -> None:
    text = "Mejla tindra.kvistberg@example.com, lösenordet är Sommar2026, Tindra Kvistberg i 7B."
    page = post(client, text).text
    whole = re.search(r'<div class="marked"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert whole
    shown = html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", whole[1], flags=re.DOTALL))
    assert shown == text


def test_a_block_says_nothing(client) -> None:
    page = post(client, HINT).text
    assert "Stoppat" in page
    assert not marks(page)
    assert 'id="redacted"' not in page
    assert "finding-" not in page
    assert "Fem faktorer" not in page
    assert area(page, "text") == HINT
    for said in ("Vad betyder det?", "Vem ska jag prata med?", "rektor"):
        assert said in page
    assert re.search(r"svarets nummer om du pratar med rektor: [0-9a-f]{8}", page)


def test_every_block_is_the_same_page(client) -> None:
    pages = [post(client, text).text.replace(html.escape(text), "") for text in (HINT, OTHER_HINT)]
    pages = [re.sub(r"(rektor: )[0-9a-f]{8}", r"\1", page) for page in pages]
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("fields", "status", "sentence"),
    [
        ({"text": " \n"}, 422, "Det finns ingen text att kontrollera."),
        ({"text": "a" * 200_001}, 413, "Texten är för lång. Gränsen är 200000 tecken."),
        ({"text": "Hej", "destination": "mars"}, 422, "Kanalen finns inte."),
        ({"text": "Hej", "audience": "mars"}, 422, "Mottagaren finns inte."),
        ({"text": "Hej", "purpose": "mars"}, 422, "Syftet finns inte."),
    ],
)
def test_errors_come_in_plain_words_and_lose_nothing(
    client, fields: dict[str, str], status: int, sentence: str
) -> None:
    answer = client.post("/", data=fields)
    assert answer.status_code == status
    assert sentence in answer.text
    assert area(answer.text, "text") == fields["text"]
    assert 'role="alert"' in answer.text


FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"text=Kanarief%E5gel", FORM, 422),
        (b"text=\xff\xfe", FORM, 422),
        (b"&".join(b"a%d=1" % n for n in range(40)), FORM, 415),
        (b"text=Hej", {"content-type": "text/plain"}, 415),
        (b'{"text": "Hej"}', {"content-type": "application/json"}, 415),
        (b"--x\r\n\r\n", {"content-type": "multipart/form-data; boundary=x"}, 415),
        (b"text=" + b"a" * 2_500_000, FORM, 413),
    ],
    ids=["latin-1", "bytes", "fields", "plain", "json", "multipart", "large"],
)
def test_a_form_that_can_not_be_read(client, body: bytes, headers, status: int) -> None:
    answer = client.post("/", content=body, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert "Kanarie" not in answer.text


def test_a_lone_surrogate_can_not_come_in_by_a_form(client) -> None:
    answer = client.post("/", content=b"text=%ED%A0%80", headers=FORM)
    assert answer.status_code == 422


def test_the_style_sheet_is_ours(client) -> None:
    style = client.get("/static/style.css")
    assert style.status_code == 200
    assert "prefers-color-scheme: dark" in style.text
    assert ":focus-visible" in style.text
    assert "@import" not in style.text
    assert "url(" not in style.text


def test_every_class_of_the_pages_has_its_style(client) -> None:
    style = client.get("/static/style.css").text
    pages = client.get("/").text + post(client).text
    named = {name for found in re.findall(r'class="([^"]+)"', pages) for name in found.split()}
    assert not {name for name in named if f".{name}" not in style}
