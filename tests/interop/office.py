"""Run by the Python that LibreOffice brings: a Writer document, checked and mended over UNO.

`python3 office.py PORT` reads paragraphs as JSON from standard input. It puts them into a new
document, has LibreOffice's own LanguageTool checker read each, and writes what came as JSON:
errors with the words they cover, and the paragraph after the first replacements.
"""

from __future__ import annotations

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

SWEDISH = Locale("sv", "SE", "")
CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"


def connect(port: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    for _ in range(300):
        try:
            return resolver.resolve(address)
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not answer")


def errors_of(checker, text: str):
    done = checker.doProofreading("1", text, SWEDISH, 0, len(text.encode("utf-16-le")) // 2, ())
    return list(done.aErrors)


def write(document, paragraphs) -> None:
    cursor = document.Text.createTextCursor()
    cursor.CharLocale = SWEDISH
    for number, paragraph in enumerate(paragraphs):
        if number:
            document.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        document.Text.insertString(cursor, paragraph, False)


def paragraphs_of(document):
    them = document.Text.createEnumeration()
    while them.hasMoreElements():
        yield them.nextElement()


def marked(paragraph, error):
    """A cursor over the letters that an error covers.

    Errors count UTF-16 units, as LibreOffice's strings do; the steps of a cursor are letters.
    """
    units = paragraph.String.encode("utf-16-le")
    start, end = error.nErrorStart * 2, (error.nErrorStart + error.nErrorLength) * 2
    cursor = paragraph.Text.createTextCursorByRange(paragraph.Start)
    cursor.goRight(len(units[:start].decode("utf-16-le")), False)
    cursor.goRight(len(units[start:end].decode("utf-16-le")), True)
    return cursor


def checked(checker, paragraph) -> dict[str, object]:
    errors = sorted(errors_of(checker, paragraph.String), key=lambda error: -error.nErrorStart)
    found = [
        {
            "words": marked(paragraph, error).String,
            "rule": error.aRuleIdentifier,
            "short": error.aShortComment,
            "full": error.aFullComment,
            "suggestions": list(error.aSuggestions),
        }
        for error in errors
    ]
    for error in errors:
        if error.aSuggestions:
            marked(paragraph, error).String = error.aSuggestions[0]
    return {"errors": found, "mended": paragraph.String}


def main() -> None:
    context = connect(sys.argv[1])
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (hidden,))
    write(document, json.loads(sys.stdin.read()))
    checker = manager.createInstanceWithContext(CHECKER, context)
    answer = {
        "swedish": checker.hasLocale(SWEDISH),
        "paragraphs": [checked(checker, one) for one in list(paragraphs_of(document))],
    }
    sys.stdout.write(json.dumps(answer))
    document.close(False)
    desktop.terminate()


main()
