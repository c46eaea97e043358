"""``runut codebook``: check the tables of events, run their examples, explain a sentence."""

from __future__ import annotations

from typing import Annotated

import typer

from runut.cli.messages import EXIT_NOTHING_READ, fail, say
from runut.intake.days import day_of

app = typer.Typer(
    help="The codebook of events: check its tables, run its examples, see why a sentence is coded as it is.",
    no_args_is_help=True,
)


@app.command()
def check() -> None:
    """Check the tables: codes, conditions, examples. Exit status 2 where something is wrong."""
    from runut.what.codebook import problems, senses

    found = problems()
    for problem in found:
        say(problem)
    if found:
        raise typer.Exit(EXIT_NOTHING_READ)
    typer.echo(f"{len(senses())} senses: all is well; `runut codebook test` runs their examples")


@app.command("test")
def run_examples(
    predicates: Annotated[
        list[str] | None, typer.Argument(metavar="[PREDICATE]…", help="Only the rows of these predicates.")
    ] = None,
) -> None:
    """Run the examples: does each row give its type, mode and parties? Exit status 2 where one does not."""
    from runut.what.codebook import senses
    from runut.what.explain import failure_of

    chosen = [sense for sense in senses() if not predicates or sense.predicate in predicates]
    if not chosen:
        fail(f"the table predicates has no row for {', '.join(predicates or [])}; add one, or mend the word")
    failed = 0
    for sense in chosen:
        failure = failure_of(sense)
        if failure is None:
            continue
        failed += 1
        wanted = f"{sense.type} {sense.mode or ''}".strip() + f" {sense.parties}"
        typer.echo(f"{sense.place}: {sense.predicate}: {sense.example}")
        typer.echo(f"    wanted {wanted}; found {', '.join(failure.found) or 'nothing'}")
    typer.echo(f"{len(chosen) - failed} of {len(chosen)} examples give what their rows say")
    if failed:
        raise typer.Exit(EXIT_NOTHING_READ)


@app.command()
def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="Indonesian, in quotation marks.")],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DAY", help="The day on which it is read, as 2022-02-23.")
    ] = None,
) -> None:
    """Tell which row fires for which words of a sentence, and why others do not."""
    from runut.what import explain as why

    day = day_of(published) if published else None
    if published and day is None:
        fail(f"--published {published}: this is no day; write it as 2022-02-23")
    article, fired, silent = why.explain(sentence, day)
    for one in fired:
        typer.echo(f"{one.word}: {one.sense.place}: {one.sense.predicate}" + _with(one.sense.conditions))
        if one.event is not None:
            event = one.event
            speaker = article.actor(event.speaker)
            told = (
                f"{event.type}{'/' + event.mode if event.mode else ''}  {why.parties(article, event)}  {event.status}"
            )
            typer.echo(f"    {told}" + (f"  according to {speaker.name}" if speaker else ""))
        else:
            typer.echo(f"    no event: {one.reason}")
    for other in silent:
        typer.echo(f"{other.word}: {other.sense.place}: {other.sense.predicate} → {other.sense.type}: {other.reason}")
    if not fired and not silent:
        typer.echo("no word of this sentence stands in the table predicates")


def _with(conditions: tuple[object, ...]) -> str:
    sources = "; ".join(str(getattr(one, "source", "")) for one in conditions)
    return f" with {sources}" if sources else ""
