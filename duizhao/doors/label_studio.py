"""Tasks of Label Studio in JSON: a text with predictions, and the annotations that were made of them.

A mark is a result of type `labels`; its themes are a result of type `choices` with the same id. Places count code
points, those of older releases units of UTF-16: the words of each mark tell. https://labelstud.io/guide/task_format
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .json_files import in_json, json_of, listed, mapping, share, string, text_of, texts, whole
from .spans import Document, Marked, Span, Task


def written(task: Task) -> bytes:
    """The task with its marks as predictions, which the tool shows and a person corrects."""
    results = [result for one in task.spans for result in _results(task, one)]
    data = {"text": task.text, "report": task.report, "title": task.title, "text_sha256": task.text_sha256}
    predictions = [{"model_version": "duizhao", "result": results}]
    return in_json([{"data": data, "predictions": predictions}])


def _results(task: Task, one: Span) -> Iterator[dict[str, Any]]:
    place = {"start": one.start, "end": one.end, "text": task.text[one.start : one.end]}
    shared = {"id": one.name, "to_name": "text"}
    score = {} if one.score is None else {"score": float(one.score)}
    yield shared | {"from_name": "kind", "type": "labels", "value": place | {"labels": [one.kind]}} | score
    if one.themes:
        yield shared | {"from_name": "themes", "type": "choices", "value": place | {"choices": [*one.themes]}}


def read(data: bytes) -> Iterator[Document]:
    """The texts of a file with the marks that people made, or, where nobody did, with those that were predicted."""
    for at, one in enumerate(listed(json_of(text_of(data)), "the file")):
        where = f"[{at}]"
        task = mapping(one, where)
        given = mapping(task.get("data"), f"{where}.data")
        made = _made(task, where, "annotations") or _made(task, where, "predictions")
        marks = tuple(mark for results, place in made for mark in _marks(results, place))
        yield Document(marks, string(given.get("text"), f"{where}.data.text"))


def _made(task: dict[str, Any], where: str, name: str) -> list[tuple[list[Any], str]]:
    """The results of each annotation or prediction that was not given up, with its place in the file.

    Of predictions the tool exports the ids alone, unless it is asked for more.
    """
    made = []
    for at, one in enumerate(listed(task.get(name, []), f"{where}.{name}")):
        place = f"{where}.{name}[{at}]"
        if name == "predictions" and isinstance(one, int):
            continue
        if not mapping(one, place).get("was_cancelled"):
            made.append((listed(one.get("result", []), f"{place}.result"), f"{place}.result"))
    return made


def _marks(results: list[Any], where: str) -> Iterator[Marked]:
    named = [(mapping(one, f"{where}[{at}]"), f"{where}[{at}]") for at, one in enumerate(results)]
    themes = {
        string(one.get("id"), f"{place}.id"): texts(mapping(one.get("value"), place).get("choices"), f"{place}.choices")
        for one, place in named
        if one.get("type") == "choices"
    }
    for one, place in named:
        if one.get("type") != "labels":
            continue
        value = mapping(one.get("value"), f"{place}.value")
        for label in texts(value.get("labels"), f"{place}.value.labels"):
            yield Marked(
                start=whole(value.get("start"), f"{place}.value.start"),
                end=whole(value.get("end"), f"{place}.value.end"),
                kind=label,
                where=place,
                words=string(value.get("text", ""), f"{place}.value.text"),
                themes=themes.get(string(one.get("id", ""), f"{place}.id"), ()),
                score=share(one.get("score"), f"{place}.score"),
            )
