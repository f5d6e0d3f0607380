"""English, and not English; judged without the network."""

import socket

import pytest

from dragoman.errors import LanguageError
from dragoman.stories.languages import LanguageJudge

ENGLISH = "Iran and Russia are not allies, the foreign minister told reporters in Tehran."
OTHERS = {
    "fr": "Le ministre des affaires étrangères a déclaré que la France n'était pas un allié de Moscou.",
    "es": "El presidente rechazó las sanciones de los Estados Unidos y convocó al embajador.",
    "de": "Die Bundesregierung sieht in Russland keinen Partner mehr, sagte der Sprecher in Berlin.",
    "ru": "Россия и Иран не являются союзниками, заявил министр иностранных дел в Тегеране.",
    "ar": "قال وزير الخارجية إن إيران وروسيا ليستا حليفتين وإن المحادثات ستستمر في مسقط.",
}


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch) -> LanguageJudge:
    def refuse(*_: object) -> None:
        msg = "the judge of languages asked for the network"
        raise AssertionError(msg)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    return LanguageJudge()


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), ENGLISH.replace(" ", "\n")])
def test_english_is_read(judge: LanguageJudge, text: str) -> None:
    assert judge.judge(text) == "en"


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_refused_by_name(judge: LanguageJudge, language: str) -> None:
    with pytest.raises(LanguageError, match=rf"another language \({language}\).*reads English"):
        judge.judge(OTHERS[language])


def test_a_foreign_quotation_in_an_english_story_is_no_reason(judge: LanguageJudge) -> None:
    text = f"{ENGLISH} He quoted a French paper: “La France n'est pas un allié.” {ENGLISH}"
    assert judge.judge(text) == "en"


def test_too_few_letters_are_not_judged(judge: LanguageJudge) -> None:
    assert judge.judge("La France n'est pas un allié.") is None


@pytest.mark.parametrize("stated", ["en", "en-GB", "EN_us", "English"])
def test_a_stated_language_is_taken_in_its_forms(judge: LanguageJudge, stated: str) -> None:
    assert judge.judge("Too short.", stated=stated) == "en"


def test_a_stated_language_that_is_not_english_is_refused(judge: LanguageJudge) -> None:
    with pytest.raises(LanguageError, match="marked as being in 'fr'"):
        judge.judge(ENGLISH, stated="fr")
