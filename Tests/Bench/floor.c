// The least that publishing a corpus can cost: every text rendered once by cmark-gfm, and as many files of the same sizes
// written as bilan writes. One thread, no checks, no layouts.
//
//   floor TEXTS SIZES FOLDER    TEXTS: a path a line; SIZES: "size path" a line, folders made beforehand
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *read_file(const char *path, size_t *length) {
  int descriptor = open(path, O_RDONLY);
  struct stat status;
  if (descriptor < 0 || fstat(descriptor, &status) != 0) exit(3);
  char *bytes = malloc(status.st_size + 1);
  *length = read(descriptor, bytes, status.st_size);
  close(descriptor);
  return bytes;
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  cmark_gfm_core_extensions_ensure_registered();
  char line[8192];
  size_t rendered = 0;
  FILE *texts = fopen(arguments[1], "r");
  while (texts && fgets(line, sizeof line, texts)) {
    line[strcspn(line, "\n")] = 0;
    size_t length;
    char *bytes = read_file(line, &length);
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, bytes, length);
    cmark_node *tree = cmark_parser_finish(parser);
    char *html = cmark_render_html(tree, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
    rendered += strlen(html);
    free(html);
    cmark_node_free(tree);
    cmark_parser_free(parser);
    free(bytes);
  }
  static char filler[1 << 20];
  memset(filler, 'x', sizeof filler);
  FILE *sizes = fopen(arguments[2], "r");
  while (sizes && fgets(line, sizeof line, sizes)) {
    line[strcspn(line, "\n")] = 0;
    char *name;
    size_t left = strtoull(line, &name, 10);
    char path[8192];
    snprintf(path, sizeof path, "%s/%s", arguments[3], name + 1);
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (descriptor < 0) return 3;
    while (left > 0) {
      ssize_t written = write(descriptor, filler, left < sizeof filler ? left : sizeof filler);
      if (written <= 0) return 3;
      left -= written;
    }
    close(descriptor);
  }
  printf("%zu\n", rendered);
  return 0;
}
