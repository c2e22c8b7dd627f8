"""Matrix products in bfloat16 where the processor has wide vectors for it; elsewhere emulating it is many times slower."""
import torch


def _wide_vectors():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as f:
            return "avx512" in f.read()
    except OSError:
        return False


_ENABLED = _wide_vectors()


def bfloat16():
    """A context for a network's forward pass; without the processor's help it changes nothing."""
    return torch.cpu.amp.autocast(enabled=_ENABLED, dtype=torch.bfloat16)
