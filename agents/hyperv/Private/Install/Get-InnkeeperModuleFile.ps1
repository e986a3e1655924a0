function Get-InnkeeperModuleFile {
    <#
    .SYNOPSIS
        Returns the files of the module: the same ones that the package contains.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [string] $Folder)
    foreach ($name in 'Innkeeper.psd1', 'Innkeeper.psm1', 'Innkeeper.cat', 'allowed-commands.json', 'LICENSE', 'agent.md', 'agent-rights.md') {
        $file = [System.IO.Path]::Combine($Folder, $name)
        if ([System.IO.File]::Exists($file)) { $file }
    }
    foreach ($part in 'Private', 'Public') { [System.IO.Directory]::GetFiles([System.IO.Path]::Combine($Folder, $part), '*.ps1', 'AllDirectories') }
}
