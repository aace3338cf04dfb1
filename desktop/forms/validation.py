# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one validator: answers in, a report out. It never fails, whatever it is given.

Rules that hold for every form: a key that the form does not know is refused by name; an answer to a question that is
not asked is refused by name (never dropped unseen: a window drops what `visible` does not list before it checks);
nothing is required but what the form marks; future dates, broken characters and over-long texts are refused in words.
"""

from collections.abc import Iterator, Mapping

import msgspec

from desktop.forms.conditions import hold, is_given, visible
from desktop.forms.readers import read, shown
from desktop.forms.report import Answers, Context, Finding, Report, Severity
from desktop.forms.spec import Field, FieldType, FormSpec, Page
from desktop.forms.texts import Refused
from desktop.forms.words import fill

_LARGEST = 180_000  # bytes of JSON: an entry holds at most 256 KiB with everything else it carries (security.md 3.3)
_LETTERS_IN_INITIALS = 2
_CAPITALS_IN_INITIALS = 4


def validate(spec: FormSpec, answers: Mapping[str, object], context: Context) -> Report:
    """Check the answers to a form. The report holds the clean answers, or the errors that keep it from being sent."""
    asked = set(visible(spec, answers, signed_in=context.author is not None).fields)
    values: dict[str, object] = {}
    findings: list[Finding] = []
    for page, field in spec.fields():
        answer = answers.get(field.name)
        value: object = None
        try:
            if field.name in asked:
                value = _value(field, answer, context, values)
            else:
                _refuse_unasked(answer)
        except Refused as refused:
            findings.append(_finding(spec, page, field, refused))
            continue
        if value is not None:
            values[field.name] = value
            findings += _warnings(spec, page, field, value)
    findings += _strange_keys(spec, answers)
    findings += _too_much(spec, values)
    report = Report(findings=tuple(findings))
    return report if report.errors else msgspec.structs.replace(report, answers=_clean(spec, values))


def _value(field: Field, answer: object, context: Context, values: Mapping[str, object]) -> object | None:
    value = read(field, answer, context) if is_given(answer) else None
    if is_given(value):
        return value
    if field.required or (field.required_when and hold(field.required_when, values)):
        raise Refused("required")
    return None


def _refuse_unasked(answer: object) -> None:
    # An unticked box says nothing, wherever it stands.
    if is_given(answer) and answer is not False:
        raise Refused("not_asked")


def _warnings(spec: FormSpec, page: Page, field: Field, value: object) -> list[Finding]:
    """Point out what is allowed but may be a slip: a child's name where initials are enough."""
    if field.type is not FieldType.CHILDREN or not isinstance(value, list):
        return []
    if not any(_looks_like_a_name(str(child.get("initials", ""))) for child in value):
        return []
    return [_finding(spec, page, field, Refused("looks_like_a_name"), Severity.WARNING)]


def _looks_like_a_name(initials: str) -> bool:
    runs = "".join(letter if letter.isalpha() else " " for letter in initials).split()
    most = {run: _CAPITALS_IN_INITIALS if run.isupper() else _LETTERS_IN_INITIALS for run in runs}
    return any(len(run) > allowed for run, allowed in most.items())


def _strange_keys(spec: FormSpec, answers: Mapping[str, object]) -> Iterator[Finding]:
    known = {field.name for _, field in spec.fields()}
    return (_form_finding(spec, Refused("unknown_key", key=shown(key))) for key in answers if key not in known)


def _too_much(spec: FormSpec, values: Mapping[str, object]) -> list[Finding]:
    is_too_much = len(msgspec.json.encode(values)) > _LARGEST
    return [_form_finding(spec, Refused("too_much"))] if is_too_much else []


def _finding(
    spec: FormSpec, page: Page, field: Field, refused: Refused, severity: Severity = Severity.ERROR
) -> Finding:
    words = field.errors.get(refused.code) or spec.words.errors[refused.code]
    told = {"key": field.name, "expected": spec.words.expected[field.type], **refused.parameters}
    message = fill(words, told)
    return Finding(
        field=field.name,
        page=page.page_id,
        severity=severity,
        code=refused.code,
        message=message,
        summary=message + field.way_out,
    )


def _form_finding(spec: FormSpec, refused: Refused) -> Finding:
    message = fill(spec.words.errors[refused.code], refused.parameters)
    key = str(refused.parameters.get("key", ""))
    return Finding(field=key, page="", severity=Severity.ERROR, code=refused.code, message=message, summary=message)


def _clean(spec: FormSpec, values: Mapping[str, object]) -> Answers:
    panels = (*spec.panels, spec.check.statement) if spec.check else spec.panels
    return Answers(
        form_id=spec.form_id,
        version=spec.version,
        values=values,
        panels=tuple(panel.ref for panel in panels),
        signed_words={panel.ref: panel.words for panel in panels if panel.sign_words},
        editions=spec.editions,
    )
