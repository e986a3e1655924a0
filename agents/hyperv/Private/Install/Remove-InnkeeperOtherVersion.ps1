function Remove-InnkeeperOtherVersion {
    <#
    .SYNOPSIS
        Takes away every version of the module but this one, once the task runs this one. What is in use stays, with a warning.
    #>
    [CmdletBinding()]
    param (
        # The folder of all versions: C:\Program Files\WindowsPowerShell\Modules\Innkeeper.
        [Parameter(Mandatory)] [string] $ProgramPath
    )
    $kept = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($ProgramPath, (Get-InnkeeperVersion)))
    foreach ($other in [System.IO.Directory]::GetDirectories($ProgramPath)) {
        if ([System.IO.Path]::GetFullPath($other) -eq $kept) { continue }
        try { [System.IO.Directory]::Delete($other, $true) }
        catch { $PSCmdlet.WriteWarning("$other is in use and stays; the next Install-Innkeeper takes it away. ($(Get-InnkeeperErrorText $_))") }
    }
}
