"""A text with changes: its runs partition the capture, whatever was changed and changed again."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, strategies as st

from duizhao.text.layer import Change, Layer, Run, changed, layer_of, stretches


@st.composite
def changed_layers(draw: st.DrawFn) -> tuple[str, Layer]:
    source = draw(st.text("甲乙丙", max_size=12))
    layer = layer_of(source)
    for step in draw(st.lists(st.sampled_from(["a", "b", "c"]), max_size=4)):
        cuts = sorted(draw(st.sets(st.integers(0, len(layer.text)), max_size=6)))
        spans = [span for span in pairwise(cuts) if draw(st.booleans())]
        layer = changed(layer, [Change(start, end, draw(st.text("XY", max_size=3)), step) for start, end in spans])
    return source, layer


@given(changed_layers())
def test_the_runs_partition_the_capture_and_make_the_text(given_layer: tuple[str, Layer]) -> None:
    source, layer = given_layer
    at = 0
    for run in layer.runs:
        assert run.start == at <= run.end
        at = run.end
        assert run.step or run.output == source[run.start : run.end]
    assert at == len(source)
    assert layer.text == "".join(run.output for run in layer.runs)


@given(changed_layers(), st.data())
def test_stretches_of_the_text_have_all_runs_behind_them(given_layer: tuple[str, Layer], data: st.DataObject) -> None:
    source, layer = given_layer
    cuts = sorted(data.draw(st.sets(st.integers(0, len(layer.text)), max_size=5)) | {0, len(layer.text)})
    bounds = list(pairwise(cuts)) or [(0, 0)]
    groups = list(stretches(layer, bounds))
    assert ["".join(run.output for run in runs) for runs in groups] == [layer.text[lo:hi] for lo, hi in bounds]
    at = 0
    for run in (run for runs in groups for run in runs):
        assert run.start == at
        at = run.end
    assert at == len(source)


def test_a_later_step_answers_for_what_it_takes_of_an_earlier_one() -> None:
    layer = changed(layer_of("政&nbsp;府工作"), [Change(1, 7, " ", "entities")])
    layer = changed(layer, [Change(1, 2, "", "spacing")])
    assert layer == Layer((Run(0, 1, "政"), Run(1, 7, "", "spacing"), Run(7, 10, "府工作")), "政府工作")
