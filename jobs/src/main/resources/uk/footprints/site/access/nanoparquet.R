library(nanoparquet)

store <- "published"
release <- file.path(store, "releases", trimws(readLines(file.path(store, "CURRENT"), warn = FALSE)[1]))
files <- list.files(file.path(release, "indicators"), "[.]parquet$", full.names = TRUE)
indicators <- do.call(rbind, lapply(files, read_parquet))
subset(indicators, geography == "country" & basis == "as_was", c(indicator, period_start, value))
