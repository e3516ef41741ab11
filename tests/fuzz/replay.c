/* replay: runs a fuzz target over files, for machines without libFuzzer. A
 * finding aborts. Says how many it read. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
main(int argc, char **argv)
{
	static uint8_t bytes[1 << 20];
	int read = 0;
	for (int i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		if (file == NULL)
			continue;
		size_t size = fread(bytes, 1, sizeof(bytes), file);
		fclose(file);
		LLVMFuzzerTestOneInput(bytes, size);
		read++;
	}
	printf("%d passed, 0 failed\n", read);
	return read == 0;
}
