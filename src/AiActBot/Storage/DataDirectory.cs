using Microsoft.Extensions.Options;

namespace AiActBot.Storage;

/// <summary>The folder of <see cref="StorageOptions.DataDirectory"/>, made when it is not there; relative to the content root.</summary>
public sealed class DataDirectory
{
    public DataDirectory(IOptions<StorageOptions> options, IHostEnvironment environment)
    {
        Root = Path.GetFullPath(options.Value.DataDirectory, environment.ContentRootPath);
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    public string PathOf(string name) => Path.Combine(Root, name);
}
