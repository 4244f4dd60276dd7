#define _GNU_SOURCE
#include "CSite.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>

int bilan_exchange(const char *a, const char *b) {
  return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk) {
  return remove(path);
}

int bilan_remove_tree(const char *path) {
  return nftw(path, remove_entry, 32, FTW_DEPTH | FTW_PHYS);
}
