"""`pcmd demo OUT`: a sample district's year, and the main job on it."""

import sys
from argparse import Namespace

from desktop.cli.outcome import Outcome
from desktop.demo import texts
from desktop.demo.job import make_demo


def make(arguments: Namespace) -> Outcome:
    """Make the demo, telling each step as it goes."""

    def report(line: str) -> None:
        print(line, file=sys.stderr if arguments.json else sys.stdout, flush=True)

    done = []
    for step in make_demo(arguments.out, report):
        report(texts.STEP_DONE.format(seconds=step.seconds, count=len(step.files)))
        done.append(step)
    files = [str(file) for step in done for file in step.files]
    seconds = sum(step.seconds for step in done)
    values = {
        "folder": str(arguments.out),
        "files": files,
        "steps": [{"title": step.title, "seconds": round(step.seconds, 3)} for step in done],
    }
    office = arguments.out / "office"
    ready = texts.READY.format(folder=arguments.out, count=len(files), seconds=seconds, office=office)
    return Outcome(values, [ready])
