#include "CSite.h"

#include <malloc.h>

void bilan_take_memory_by(int bytes) { mallopt(M_TOP_PAD, bytes); }
