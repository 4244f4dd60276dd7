#!/bin/sh
# Writes embedded.c: every file that comes with the program, in order, as the compiler's #embed finds it.
# layouts/ and assets/ make the sites, docs/messages.md answers `bilan explain`, docs/modele/ is what `bilan init` copies,
# Sources/Preview/client/ is what `bilan serve` adds to the pages.
cd "$(dirname "$0")/../.." || exit 1
files=$(find layouts assets docs/messages.md docs/modele Sources/Preview/client -type f ! -name '.*' 2>/dev/null | LC_ALL=C sort)
{
  echo '// Made by embed.sh from the names of the files that come with the program.'
  echo '#include "CSite.h"'
  i=0
  for f in $files; do
    printf '\nstatic const unsigned char file_%d[] = {\n#embed "../../%s" suffix(, 0) if_empty(0)\n};\n' $i "$f"
    i=$((i + 1))
  done
  printf '\nstatic const bilan_embedded_file files[] = {\n'
  i=0
  for f in $files; do
    printf '  {"%s", file_%d, sizeof file_%d - 1},\n' "$f" $i $i
    i=$((i + 1))
  done
  printf '};\n\nconst size_t bilan_embedded_file_count = %d;\n' $i
  printf '\nbilan_embedded_file bilan_embedded_file_at(size_t index) { return files[index]; }\n'
} > Sources/CSite/embedded.c
