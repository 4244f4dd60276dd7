#!/bin/sh
# Writes embedded.c: every file of layouts/ and assets/, in order, as the compiler's #embed finds it.
cd "$(dirname "$0")/../.." || exit 1
files=$(find layouts assets -type f ! -name '.*' | LC_ALL=C sort)
{
  echo '// Made by embed.sh from the names of the files in layouts/ and assets/.'
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
