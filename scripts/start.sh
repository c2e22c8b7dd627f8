#!/bin/sh
# Starts the built service with an allocator and a young generation sized for a small server: decoded photos and
# inference buffers go back to the system instead of staying in per-thread arenas (glibc's mallopt(3) variables;
# other C libraries ignore them). `npm run bench` prints what the service keeps resident.
cd "$(dirname "$0")/.." || exit 1
exec env \
  MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}" \
  MALLOC_MMAP_THRESHOLD_="${MALLOC_MMAP_THRESHOLD_:-65536}" \
  MALLOC_TRIM_THRESHOLD_="${MALLOC_TRIM_THRESHOLD_:-65536}" \
  node --max-semi-space-size=2 dist/src/cli/main.js start "$@"
