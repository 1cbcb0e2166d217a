namespace SesCompliance.Tests.Local.Lambda;

/// <summary>Holds functions up until the test lets the event go on.</summary>
public sealed class Gate : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gate-").FullName;

    /// <summary>Bash, for a handler: waits until the gate is open for <c>$event</c>.</summary>
    public string Wait => $"until [ -e '{folder}/'\"$event\" ]; do sleep 0.01; done;";

    public void Open(string name) => File.WriteAllText(Path.Combine(folder, name), "");

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
