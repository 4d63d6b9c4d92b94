library(arrow)
library(dplyr)

store <- "published"
release <- file.path(store, "releases", trimws(readLines(file.path(store, "CURRENT"), warn = FALSE)[1]))
open_dataset(file.path(release, "indicators")) |>
  filter(geography == "country", basis == "as_was") |>
  select(indicator, period_start, value) |>
  collect()
