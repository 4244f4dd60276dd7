#ifndef BILAN_CSITE_H
#define BILAN_CSITE_H

#include <stddef.h>

/// A file of the repository, embedded in the program.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} bilan_embedded_file;

extern const size_t bilan_embedded_file_count;

/// The file of an index below `bilan_embedded_file_count`, in the order of the paths.
bilan_embedded_file bilan_embedded_file_at(size_t index);

/// Exchanges two directories of one file system in a single step: `renameat2` with `RENAME_EXCHANGE` (Linux 3.15),
/// which the Swift overlay of the C library leaves out. Returns 0, or -1 with `errno` set.
int bilan_exchange(const char *a, const char *b);

/// Lets the allocator take memory from the system by so many bytes at once (`mallopt`, which the Swift overlay leaves out).
void bilan_take_memory_by(int bytes);

/// Removes a folder with all it holds, following no link (`nftw`, which the Swift overlay leaves out too).
int bilan_remove_tree(const char *path);

#endif
