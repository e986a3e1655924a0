function Copy-InnkeeperModule {
    <#
    .SYNOPSIS
        Copies this module to where Windows PowerShell looks for modules, in a folder named after its version.
    .DESCRIPTION
        Copied next to the target and then renamed, so that the task never finds an incomplete copy. Returns the manifest's path.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param (
        # The folder of all versions: C:\Program Files\WindowsPowerShell\Modules\Innkeeper.
        [Parameter(Mandatory)] [string] $ProgramPath
    )
    $source = [System.IO.Path]::GetDirectoryName($script:ModuleManifest)
    $target = [System.IO.Path]::Combine($ProgramPath, (Get-InnkeeperVersion))
    $manifest = [System.IO.Path]::Combine($target, 'Innkeeper.psd1')
    if ([System.IO.Path]::GetFullPath($source) -ne [System.IO.Path]::GetFullPath($target)) {
        $fresh = "$target.new"
        if ([System.IO.Directory]::Exists($fresh)) { [System.IO.Directory]::Delete($fresh, $true) }
        foreach ($file in Get-InnkeeperModuleFile $source) {
            $copy = [System.IO.Path]::Combine($fresh, $file.Substring($source.Length).TrimStart('\', '/'))
            [void] [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($copy))
            # Read and written, not copied: this drops the Mark of the Web.
            [System.IO.File]::WriteAllBytes($copy, [System.IO.File]::ReadAllBytes($file))
        }
        if ([System.IO.Directory]::Exists($target)) { [System.IO.Directory]::Delete($target, $true) }
        [System.IO.Directory]::Move($fresh, $target)
    }
    $manifest
}
