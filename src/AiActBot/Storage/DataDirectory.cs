using Microsoft.Extensions.Options;

namespace AiActBot.Storage;

/// <summary>The folder of <see cref="StorageOptions.DataDirectory"/>, made when it is not there; relative to the content root.</summary>
public sealed class DataDirectory
{
    public DataDirectory(IOptions<StorageOptions> options, IHostEnvironment environment)
    {
        Root = RootOf(options.Value, environment);
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    public static string RootOf(StorageOptions options, IHostEnvironment environment) => Path.GetFullPath(options.DataDirectory, environment.ContentRootPath);

    public string PathOf(string name) => Path.Combine(Root, name);
}
