#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/registry.h>
// The node's layout: reading a slice in place spares the copy that `cmark_node_get_literal` makes, and tells where
// in the source it stands. The package that installs it installs the library it belongs to.
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/syntax_extension.h>
#include <cmark-gfm/houdini.h>
