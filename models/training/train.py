#!/usr/bin/env python3
"""Train yida-mini from the data folder to the model folder: every stage in order, resumable, with a log.

  python3 models/training/train.py --data ../shared/data --work /some/scratch --out models/yida-mini
  python3 models/training/train.py --smoke      five minutes on a slice, into the scratch folder only

Stages: photographs (arrays) -> towers -> photo tower -> its features -> embedding -> text -> ranker -> close look -> fusions -> evaluation and export. A stage whose result exists is skipped, a killed one resumes from its checkpoint.
Needs python3 with torch, torchvision, onnx, numpy, PIL (Debian: python3-torch python3-onnx python3-pil
libopenblas0-pthread). Where the data or torch is absent it says so in a sentence and exits 0 with --smoke.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default=os.path.join(REPOSITORY, "..", "shared", "data"))
    parser.add_argument("--work", help="scratch folder for arrays and checkpoints (about 6 GB)")
    parser.add_argument("--out", help="model folder to write (default models/yida-mini; with --smoke inside the scratch)")
    parser.add_argument("--negatives", help="folder of pictures without garments (README.md names the packages)")
    parser.add_argument("--drawn", help="folder with drawn.npy and drawn.json (drawn_garments.mjs writes it)")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--epochs", type=float, default=24)
    parser.add_argument("--minutes", type=float, help="length of the towers' training by the clock, instead of --epochs")
    parser.add_argument("--photo-epochs", type=float, default=14, help="length of the photo tower's training alone")
    parser.add_argument("--photo-minutes", type=float, help="the same by the clock")
    parser.add_argument("--start", help="model folder whose weights are the start (a further round), else ImageNet's")
    parser.add_argument("--ranker-steps", type=int, default=1500)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def stage(log, name, script, *options):
    """Run one script of this folder as a child; its output goes to the log too."""
    started = time.time()
    log(f"== {name}")
    # Without this the C library returns memory after every step and a third of the time is page faults.
    environment = dict(os.environ, MALLOC_MMAP_MAX_="0", MALLOC_TRIM_THRESHOLD_="100000000000", OMP_NUM_THREADS="2")
    child = subprocess.Popen([sys.executable, os.path.join(HERE, script), *map(str, options)], stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True, env=environment)
    for line in child.stdout:
        if "Warning" not in line and not line.startswith("  "):
            log(line.rstrip())
    if child.wait():
        raise SystemExit(f"{name} failed with status {child.returncode}; run the same command again to resume")
    log(f"== {name}: {time.time() - started:.0f} s")


def main():
    args = arguments()
    try:
        import torch  # noqa: F401
        import onnx  # noqa: F401
    except ImportError as missing:
        print(f"Training skipped: {missing.name} is not installed for {sys.executable}.")
        return 0 if args.smoke else 1
    if not os.path.exists(os.path.join(args.data, "kagl", "labels.jsonl")):
        print(f"Training skipped: no data at {args.data} (see models/training/README.md).")
        return 0 if args.smoke else 1
    work = args.work or os.path.join(tempfile.gettempdir(), "yida-train-smoke" if args.smoke else "yida-train")
    cache, run = os.path.join(work, "cache"), os.path.join(work, "run")
    out = args.out or (os.path.join(work, "yida-mini") if args.smoke else os.path.join(REPOSITORY, "models", "yida-mini"))
    if args.smoke and not args.work:
        # What an earlier smoke left would be resumed at its end, and nothing would run.
        shutil.rmtree(run, ignore_errors=True)
    for folder in (cache, run, out):
        os.makedirs(folder, exist_ok=True)
    journal = open(os.path.join(work, "train.log"), "a", encoding="utf-8")

    def log(line):
        print(line, flush=True)
        journal.write(f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} {line}\n")
        journal.flush()

    common = ["--data", args.data, "--cache", cache, "--out", run]
    small = ["--batch", 64, "--worn", 16, "--negatives", 8, "--captions", 32, "--pairs", 16, "--every", 5]
    seed = ["--seed", args.seed]
    prepare = ["--data", args.data, "--cache", cache] + (["--negatives", args.negatives] if args.negatives else [])
    towers, features = os.path.join(run, "towers.pt"), os.path.join(cache, "f_products.npy")
    photos = os.path.join(run, "photos.pt")
    drawn = ["--drawn", args.drawn] if args.drawn else []
    finished, ranker = os.path.join(run, "finished.pt"), os.path.join(run, "ranker.pt")
    limit = ["--limit", 1500] if args.smoke else []
    stage(log, "photographs", "prepare_features.py", *prepare, *limit)
    given = [x for name in ("drawn", "start", "minutes") if getattr(args, name) for x in (f"--{name}", getattr(args, name))]
    length = small + ["--steps", 12, "--warm-up", 3] if args.smoke else ["--epochs", args.epochs]
    stage(log, "towers", "train_towers.py", *common, *seed, *given, *length)
    alone = small + ["--steps", 6, "--warm-up", 2] if args.smoke else \
        ["--minutes", args.photo_minutes] if args.photo_minutes else ["--epochs", args.photo_epochs]
    stage(log, "photo tower", "train_photos.py", *common, *seed, *drawn, "--towers", towers, *alone)
    stage(log, "features of the photo tower", "prepare_features.py", *prepare, *limit, "--towers", photos)
    stage(log, "embedding", "finish_photos.py", *common, "--towers", photos, "--pair", towers, "--features", features,
          *(["--steps", 20, "--batch", 64, "--made-up", 200] if args.smoke else []))
    stage(log, "text", "finish_text.py", *common, *seed, "--towers", finished, "--features", features,
          *(small + ["--steps", 5, "--made-up", 32] if args.smoke else []))
    stage(log, "ranker", "train_ranker.py", *common, "--towers", finished, "--features", features,
          "--steps", 20 if args.smoke else args.ranker_steps, *(["--batch", 8, "--every", 5] if args.smoke else []))
    stage(log, "close look", "close_look.py", *common, "--towers", finished, *drawn, *(["--limit", 60, "--steps", 5] if args.smoke else []))
    stage(log, "fusions", "train_fusions.py", *common, "--towers", finished, "--ranker", ranker, "--features", features,
          *(["--steps", 5, "--batch", 16] if args.smoke else []))
    stage(log, "evaluation and export", "evaluate.py", *common, "--towers", finished, "--ranker", ranker, "--features", features,
          "--fusions", os.path.join(run, "fusions.pt"), "--close", os.path.join(run, "close_look.pt"), "--likeness", "--model", out, *(["--limit", 20, "--depth", 20] if args.smoke else []))
    log(f"written: {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
